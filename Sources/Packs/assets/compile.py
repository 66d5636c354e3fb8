# Compiles documents with Typst's Python module, one after another, in one process.
# compile.py FONTS MORE-FONTS JOBS: JOBS has a line for each, "FOLDER<tab>SECONDS<tab>OUTPUT". In each
# folder main.typ becomes OUTPUT, out.pdf or out.png; what is wrong with it goes into error.txt. A line is printed for each.
import os
import sys

try:
    import typst
except ImportError:
    sys.exit(3)

fonts_folder, more_fonts, jobs = sys.argv[1:4]
fonts = typst.Fonts(include_system_fonts=False, font_paths=[fonts_folder])
all_fonts = None


def compile(folder, seconds, output, fonts):
    if output.endswith(".png"):
        return typst.compile_with_warnings(
            os.path.join(folder, "main.typ"), root=folder, font_paths=fonts, format="png", ppi=72.0,
            timestamp=int(seconds))
    return typst.compile_with_warnings(
        os.path.join(folder, "main.typ"), root=folder, font_paths=fonts, format="pdf",
        pdf_standards=["a-2a", "ua-1"], timestamp=int(seconds))


for line in open(jobs, encoding="utf-8"):
    folder, seconds, output = line.rstrip("\n").split("\t")
    try:
        try:
            pdf, warnings = compile(folder, seconds, output, fonts)
        except typst.TypstError as error:
            if "could not be displayed" not in error.diagnostic:
                raise
            # The few typefaces that most documents need have no shape for a character.
            if all_fonts is None:
                all_fonts = typst.Fonts(
                    font_paths=[fonts_folder] + ([more_fonts] if more_fonts else []))
            pdf, warnings = compile(folder, seconds, output, all_fonts)
        with open(os.path.join(folder, "warnings.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(warning.message for warning in warnings))
        with open(os.path.join(folder, output), "wb") as file:
            file.write(pdf)
        answer = "done"
    except Exception as error:
        with open(os.path.join(folder, "error.txt"), "w", encoding="utf-8") as file:
            file.write(getattr(error, "diagnostic", "") or str(error))
        answer = "failed"
    print(answer, flush=True)
