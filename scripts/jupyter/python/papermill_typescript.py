"""Lets papermill hand parameters to notebooks in TypeScript: `papermill in.ipynb out.ipynb -p file customers.csv`.

papermill loads what is named in the entry points of `papermill.engine`; this module is named there, and registers the
translator as it is loaded. The engine it offers is papermill's own.
"""

import json
import math
import re

from papermill.engines import NBClientEngine  # noqa: F401 (what the entry point names)
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(r"^\s*(?:let|const|var)\s+([\w$]+)\s*(?::\s*([^=]+?))?\s*=\s*(.+?);?\s*(?://\s*(.*))?$")


class TypeScriptTranslator(Translator):
    """Parameters as `let` declarations, after those of the notebook."""

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_str(cls, val):
        return json.dumps(val)

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(val)
        return "NaN" if math.isnan(val) else f"{'-' if val < 0 else ''}Infinity"

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(cls.translate(item) for item in val)}]"

    @classmethod
    def translate_dict(cls, val):
        entries = (f"{json.dumps(str(key))}: {cls.translate(item)}" for key, item in val.items())
        return f"{{ {', '.join(entries)} }}"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        found = filter(None, map(DECLARATION.match, parameters_cell["source"].splitlines()))
        return [
            Parameter(name=name, inferred_type_name=kind or "None", default=default, help=said or "")
            for name, kind, default, said in (match.groups() for match in found)
        ]


papermill_translators.register("typescript", TypeScriptTranslator)
