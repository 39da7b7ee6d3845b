# Opens figures in LibreOffice Draw without a window and writes each as a PNG of a given size, in one process. Started with
# LibreOffice's Python: PROFILE, then for each picture SVG PNG WIDTH HEIGHT. Prints a line when a picture is done.
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

PROFILE, *WORDS = sys.argv[1:]
PIPE = f"frieze-{os.getpid()}"


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(office):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            if office.poll() is not None:
                raise SystemExit("LibreOffice did not start")
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def size(width, height):
    data = (option("PixelWidth", int(width)), option("PixelHeight", int(height)))
    return uno.Any("[]com.sun.star.beans.PropertyValue", data)


office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={uno.systemPathToFileUrl(PROFILE)}",
        f"--accept=pipe,name={PIPE};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    context = connect(office)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for i in range(0, len(WORDS), 4):
        svg, png, width, height = WORDS[i : i + 4]
        hidden = (option("Hidden", True),)
        drawing = desktop.loadComponentFromURL(uno.systemPathToFileUrl(svg), "_blank", 0, hidden)
        form = (option("FilterName", "draw_png_Export"), option("FilterData", size(width, height)))
        drawing.storeToURL(uno.systemPathToFileUrl(png), form)
        drawing.close(True)
        print(svg, flush=True)
finally:
    try:
        desktop.terminate()
    except Exception:
        pass
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
