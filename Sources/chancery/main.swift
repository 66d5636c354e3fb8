// chancery: the program, with the templates that come with it.
import Commands
import Templates

await runChancery(templates: StandardTemplates())
