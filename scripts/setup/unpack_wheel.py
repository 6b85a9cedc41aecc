"""Takes out of a TensorFlow wheel what tfjs-node's binding is compiled against and runs on: two shared libraries
with what they bundle, and the headers of the C interface.

usage: unpack_wheel.py WHEEL FOLDER
"""

import pathlib
import shutil
import sys
import zipfile

HEADERS = "tensorflow/include/"
C_INTERFACE = (
    "tensorflow/c/",
    "tensorflow/core/platform/ctstring",
    "tsl/c/",
    "tsl/platform/ctstring",
)


def place(member):
    """The path inside the folder for a member of the wheel, or None for one that nobody needs."""
    if member.startswith("tensorflow/libtensorflow"):
        return "lib/" + member.removeprefix("tensorflow/")
    if member.startswith("tensorflow.libs/"):  # found by the libraries through a path relative to theirs
        return member
    header = member.removeprefix(HEADERS)
    if member.startswith(HEADERS) and (header.startswith(C_INTERFACE) or header == "LICENSE"):
        return "include/" + header
    return None


def main(wheel, folder):
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            target = place(member)
            if target is None or member.endswith("/"):
                continue
            path = pathlib.Path(folder, target)
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)


if __name__ == "__main__":
    main(*sys.argv[1:])
