"""Typst on Chancery's own source, and nothing else: typst_alone.py TYPEFACES FOLDER..., each folder
with main.typ. Without typefaces, which are a folder or "-", it reads all that the system has."""

import sys
from pathlib import Path

import typst

typefaces, *folders = sys.argv[1:]
if typefaces == "-":
    fonts = typst.Fonts()
else:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[typefaces])
for folder in folders:
    pdf = typst.compile(
        str(Path(folder) / "main.typ"), root=folder, font_paths=fonts, format="pdf",
        pdf_standards=["a-2a", "ua-1"], timestamp=0)
    (Path(folder) / "out.pdf").write_bytes(pdf)
