"""Runs inside a Python that has LibreOffice's bridge: ``office_bridge.py SOFFICE PROFILE < tasks.json``.

Purpose: the half of ``office`` that imports ``uno``. Limits: standard library and ``uno`` only, any Python 3.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connected(pipe, seconds=60.0):
    """The component context of the office that listens at ``pipe``."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + seconds
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def value(name, content):
    return PropertyValue(Name=name, Value=content)


def main(soffice, profile):
    pipe = f"vanban{abs(hash(profile))}"
    options = ["--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}"]
    office = subprocess.Popen([soffice, *options, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = connected(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for source, command, target in json.load(sys.stdin):
            document = desktop.loadComponentFromURL(source, "_blank", 0, (value("Hidden", True),))
            if command:
                dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            document.storeToURL(target, (value("FilterName", "MS Word 2007 XML"),))
            document.close(True)
        desktop.terminate()
    finally:
        office.wait(30)


if __name__ == "__main__":
    main(*sys.argv[1:])
