"""The preview in a browser: open pages follow the content and keep their place; what is wrong stands over them."""

import unittest

from fixture import PORTAL
from serving import ServeCase, until

try:
    from playwright.sync_api import Error, expect, sync_playwright
except ImportError as error:
    raise unittest.SkipTest(f"{error.name} is not installed") from error

CHROMIUM = "/usr/bin/chromium"
LONG = "\n\n".join(f"## Part {n} {{#part-{n}}}\n\nDry ground, {n}." for n in range(60))


class BrowserTest(ServeCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM)
        cls.addClassCleanup(cls.browser.close)

    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.write_ground("One.")
        self.served = self.serve()
        self.address = f"http://localhost:{self.served.port}"
        self.context = self.browser.new_context(viewport={"width": 1100, "height": 800})
        self.addCleanup(self.context.close)
        self.complaints: list[str] = []

    def tearDown(self) -> None:
        self.assertEqual(self.complaints, [])

    def write_ground(self, words: str, before: str = "") -> None:
        self.write({"briefs/first/01-ground.md": f"# Ground\n\n{before}\n\n{words}\n\n{LONG}\n"})

    def open(self, path: str):
        tab = self.context.new_page()
        tab.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        # A page holds a stream, so that the network is never idle; the first message says it is connected.
        with tab.expect_request(lambda request: "/_chancery/events" in request.url):
            tab.goto(self.address + path)
        # Marks this document: a page that was loaded anew has lost it.
        tab.evaluate("window.isFirst = true")
        return tab

    def assert_becomes(self, tab, condition: str) -> None:
        def holds() -> bool:
            try:
                return tab.evaluate(condition)
            except Error:  # It is being loaded.
                return False

        self.assertTrue(until(holds), condition)

    def assert_loaded_anew(self, tab) -> None:
        self.assert_becomes(tab, "window.isFirst === undefined && document.readyState === 'complete'")

    def test_reloads_at_its_place(self) -> None:
        tab = self.open("/briefs/first/ground.html#part-30")
        tab.evaluate("scrollBy(0, 333)")
        top = "document.getElementById('part-40').getBoundingClientRect().top"
        before = tab.evaluate(top)
        self.write_ground("Two.", before="A paragraph more, above. " * 40)
        self.assert_loaded_anew(tab)
        expect(tab.get_by_text("Two.")).to_be_attached()
        self.assert_becomes(tab, f"Math.abs({top} - {before}) < 2")
        self.assertTrue(tab.url.endswith("#part-30"))
        self.assertEqual(tab.evaluate("document.querySelector(':target').id"), "part-30")

    def test_other_pages_stay(self) -> None:
        ground, second = self.open("/briefs/first/ground.html"), self.open("/briefs/second.html")
        self.write_ground("Two.")
        self.assert_loaded_anew(ground)
        self.assertTrue(second.evaluate("window.isFirst"))
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nTwo sparrows.\n"})
        self.assert_loaded_anew(second)

    def test_stylesheet(self) -> None:
        tab = self.open("/briefs/second.html")
        self.write({"portal.yaml": PORTAL["portal.yaml"] + "theme:\n  accent: \"#104080\"\n"})
        self.assert_loaded_anew(tab)

    def test_findings_over_the_page(self) -> None:
        tab = self.open("/briefs/second.html")
        self.write_ground("[Two](place:there) <script>alert(1)</script> and <i>raw</i>.")
        alert = tab.get_by_role("alert")
        expect(alert).to_contain_text("there is no place “there”")
        expect(alert).to_contain_text("briefs/first/01-ground.md:5:1")
        expect(alert).to_contain_text("^^^^")
        expect(alert).to_contain_text("<script>alert(1)</script>")
        expect(tab.get_by_text("A lone sparrow.")).to_be_visible()
        # Dismissed, it stays away until something else is wrong.
        tab.get_by_role("button", name="Dismiss").click()
        expect(alert).to_have_count(0)
        self.write_ground("[Two](place:elsewhere).")
        expect(alert).to_contain_text("there is no place “elsewhere”")
        tab.keyboard.press("Escape")
        expect(alert).to_have_count(0)
        self.write_ground("[Two](place:nowhere).")
        expect(alert).to_contain_text("there is no place “nowhere”")
        self.assertTrue(tab.evaluate("window.isFirst"))
        # Mended as it was, the page need not be loaded anew.
        self.write_ground("One.")
        expect(alert).to_have_count(0)
        self.assertTrue(tab.evaluate("window.isFirst"))

    def test_warnings_are_a_note(self) -> None:
        tab = self.open("/briefs/second.html")
        self.write_ground("One.\n\n[^lost]: Nobody refers to it.")
        note = tab.get_by_role("status")
        expect(note).to_contain_text("1 warning")
        expect(note.get_by_text("never referred to")).to_be_hidden()
        note.get_by_text("1 warning").click()
        expect(note.get_by_text("never referred to")).to_be_visible()
        self.write_ground("One.")
        expect(note).to_have_count(0)

    def test_broken_from_the_start(self) -> None:
        self.write_ground("[Two](place:there).")
        self.served = self.serve()
        self.address = f"http://localhost:{self.served.port}"
        tab = self.open("/briefs/second.html")
        expect(tab.get_by_role("alert")).to_contain_text("there is no place “there”")
        # The browser's own word on the page's status.
        self.complaints.clear()
        self.write_ground("[Two](place:where).")
        expect(tab.get_by_role("alert")).to_contain_text("there is no place “where”")
        self.complaints.clear()
        self.write_ground("One.")
        expect(tab.get_by_text("A lone sparrow.")).to_be_visible()

    def test_many_tabs(self) -> None:
        tabs = [self.open("/briefs/first/ground.html") for _ in range(10)]
        self.write_ground("Two.")
        for tab in tabs:
            self.assert_loaded_anew(tab)
            expect(tab.get_by_text("Two.")).to_be_attached()

    def test_started_anew(self) -> None:
        tab, other = self.open("/briefs/first/ground.html"), self.open("/briefs/second.html")
        port = self.served.port
        self.served.stop()
        self.write_ground("Two.")
        self.served = self.serve(port=port)
        self.assert_loaded_anew(tab)
        self.assertTrue(other.evaluate("window.isFirst"))
        # That nothing answered for a while is the browser's to say.
        self.complaints.clear()
