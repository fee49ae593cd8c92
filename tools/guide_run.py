"""Execute the guide as a reader would, in a folder where nothing is yet.

`python tools/guide_run.py` renews the outputs of docs/guide.ipynb: `make docs`.
`python tools/guide_run.py FOLDER` writes FOLDER/guide.ipynb instead, and leaves beside
it the files that the guide makes: the test of the guide.
"""

from __future__ import annotations

import base64
import io
import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from PIL import Image

TOOLS = Path(__file__).resolve().parent
GUIDE = TOOLS.parent / "docs" / "guide.ipynb"
PNG = "image/png"
PATIENCE = {"startup_timeout": 600, "iopub_timeout": 60}  # on a busy machine [s]


def main() -> None:
    """Execute the guide in place, or into a folder."""
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        nbformat.write(execute(folder), folder / GUIDE.name)
    else:
        with tempfile.TemporaryDirectory() as folder:
            nbformat.write(execute(Path(folder)), GUIDE)


def execute(folder: Path) -> nbformat.NotebookNode:
    """Return the guide, executed in a folder."""
    # for the kernel, which inherits them: its imports, and silence of its debugger
    os.environ["PYTHONPATH"] = str(TOOLS)
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    notebook = nbformat.read(GUIDE, as_version=4)
    options = {"resources": {"metadata": {"path": folder.resolve()}}}
    NotebookClient(notebook, record_timing=False, **PATIENCE, **options).execute()
    # the kernel has added its version
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
        for output in cell.get("outputs", []):
            if PNG in output.get("data", {}):
                output["data"][PNG] = smaller(output["data"][PNG])
    return notebook


def joined(outputs: list) -> list:
    """Return outputs with neighbouring pieces of text, cut by chance, put together."""
    whole = []
    for output in outputs:
        is_text = whole and output.output_type == "stream"
        if is_text and output.name == whole[-1].get("name"):
            whole[-1].text += output.text
        else:
            whole.append(output)
    return whole


def smaller(png: str) -> str:
    """Return a picture in 256 colours, a third of the bytes, both in base 64."""
    picture = Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB")
    buffer = io.BytesIO()
    # kmeans: without it the few pixels of a bright colour become dull
    picture.quantize(256, kmeans=1, dither=0).save(buffer, "png", optimize=True)
    return base64.encodebytes(buffer.getvalue()).decode()


if __name__ == "__main__":
    main()
