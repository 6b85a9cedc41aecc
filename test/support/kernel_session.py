"""Runs cells in the project's kernel, one after the other, and prints what came of each as JSON.

Input: {"specification": {...}, "folder": "...", "cells": [{"code": "...", "interrupt": seconds or null}]}
Output: [{"stdout": "...", "stderr": "...", "html": ["..."], "messages": n, "status": "ok" or "error", "ended": bool}]
"""

import json
import os
import subprocess
import sys
import tempfile
import time

asked = json.load(sys.stdin)
specifications = tempfile.mkdtemp()
os.makedirs(os.path.join(specifications, "kernels", "tslab"))
with open(os.path.join(specifications, "kernels", "tslab", "kernel.json"), "w") as file:
    json.dump(asked["specification"], file)
os.environ["JUPYTER_PATH"] = specifications

from jupyter_client.manager import KernelManager  # noqa: E402 (reads JUPYTER_PATH)

PATIENCE = 60


def run(manager, client, code, interrupt):
    start = time.time()
    request = client.execute(code)
    result = {"stdout": "", "stderr": "", "html": [], "messages": 0, "ended": False}
    interrupted = interrupt is None
    while time.time() - start < PATIENCE and not result["ended"]:
        if not interrupted and time.time() - start > interrupt:
            manager.interrupt_kernel()
            interrupted = True
        try:
            message = client.get_iopub_msg(timeout=0.2)
        except Exception:
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            result[content["name"]] += content["text"]
            result["messages"] += 1
        elif kind == "display_data":
            result["html"].append(content["data"].get("text/html", ""))
        elif kind == "status" and content["execution_state"] == "idle":
            result["ended"] = True
    time.sleep(0.5)  # tslab turns away what comes right after an error
    return result


manager = KernelManager(kernel_name="tslab")
manager.start_kernel(cwd=asked["folder"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
client = manager.client()
client.start_channels()
try:
    client.wait_for_ready(timeout=PATIENCE)
    print(json.dumps([run(manager, client, cell["code"], cell.get("interrupt")) for cell in asked["cells"]]))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
