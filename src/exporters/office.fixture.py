# Opens decks in LibreOffice without a window, moves every shape that a connector is glued to, and prints, as one line of
# JSON for each deck, how many ends there are and which stayed behind; then which of the words in the file beside the deck
# its search does not find, and how often it put another in place of the first. Started by office.test.ts with LibreOffice's Python.
import json
import subprocess
import sys
import time

import uno
from com.sun.star.awt import Point
from com.sun.star.beans import PropertyValue

PORT, PROFILE, *DECKS = sys.argv[1:]
STEP = (500, 1500)


def connect(office):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
        except Exception:
            if office.poll() is not None:
                raise SystemExit("LibreOffice did not start")
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def connectors(shapes):
    for i in range(shapes.Count):
        shape = shapes.getByIndex(i)
        if shape.supportsService("com.sun.star.drawing.GroupShape"):
            yield from connectors(shape)
        elif shape.supportsService("com.sun.star.drawing.ConnectorShape"):
            yield shape


def ends(connector):
    # The route is found anew when somebody asks for it.
    connector.PolyPolygonBezier
    connector.BoundRect
    start, end = connector.StartPosition, connector.EndPosition
    return (start.X, start.Y), (end.X, end.Y)


def moved(shape, by):
    place = shape.Position
    shape.Position = Point(place.X + by[0], place.Y + by[1])


def check(page):
    count, behind, loose = 0, [], []
    for connector in connectors(page):
        for index, shape in enumerate((connector.StartShape, connector.EndShape)):
            if shape is None:
                loose.append(connector.Name)
                continue
            count += 1
            before = ends(connector)[index]
            moved(shape, STEP)
            after = ends(connector)[index]
            moved(shape, (-STEP[0], -STEP[1]))
            ends(connector)
            # Hundredths of a millimetre.
            if max(abs(after[axis] - before[axis] - STEP[axis]) for axis in (0, 1)) > 5:
                behind.append(connector.Name)
    return {"ends": count, "behind": behind, "loose": loose}


def search(page, words):
    def looking_for(word, make):
        wanted = make()
        wanted.SearchString = word
        wanted.SearchCaseSensitive = True
        return wanted

    def is_found(word):
        found = page.findAll(looking_for(word, page.createSearchDescriptor))
        return found is not None and found.Count > 0

    missing = [word for word in words if not is_found(word)]
    change = looking_for(words[0], page.createReplaceDescriptor)
    change.ReplaceString = "Changed by hand"
    return {"missing": missing, "changed": page.replaceAll(change), "after": is_found("Changed by hand")}


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={uno.systemPathToFileUrl(PROFILE)}",
        f"--accept=socket,host=127.0.0.1,port={PORT};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    context = connect(office)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for deck in DECKS:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(deck), "_blank", 0, (option("Hidden", True),))
        page = document.DrawPages.getByIndex(0)
        with open(f"{deck}.txt", encoding="utf-8") as words:
            found = {**check(page), **search(page, words.read().splitlines())}
        print(json.dumps(found), flush=True)
        document.close(True)
finally:
    try:
        desktop.terminate()
    except Exception:
        pass
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
