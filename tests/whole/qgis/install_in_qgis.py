"""What test_install.py has QGIS do, as a user would in its plugin manager."""

import json
import os
import traceback

import processing
import pyplugin_installer
import qgis.utils
from processing.core.ProcessingConfig import ProcessingConfig
from processing.gui.AlgorithmDialog import AlgorithmDialog
from pyplugin_installer.installer_data import plugins
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialogButtonBox

NAME = "gridr_qgis"
SAMPLE = dict.fromkeys(("OUTPUT", "OUTPUT_GRID", "OUTPUT_POLYGONS"), "TEMPORARY_OUTPUT")
told = {}


class Browser(QObject):
    """Takes the pages that Qt would have a browser open."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def open(self, url):
        """Note a page."""
        self.opened.append(url.toString())


def menu():
    """Return what is in Help ▸ Plugins."""
    return [action.text() for action in qgis.utils.iface.pluginHelpMenu().actions()]


def provider():
    """Return our provider, if QGIS has it."""
    return QgsApplication.processingRegistry().providerById("gridr")


def open_help():
    """Choose first steps in the menu, and press Help in a form."""
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    qgis.utils.iface.pluginHelpMenu().actions()[0].trigger()
    form = provider().algorithm("gridresampling").create()
    dialog = AlgorithmDialog(form, False, qgis.utils.iface.mainWindow())
    dialog.buttonBox().button(QDialogButtonBox.StandardButton.Help).click()
    dialog.close()
    QDesktopServices.unsetUrlHandler("file")
    told["opened"] = browser.opened


def install_and_run():
    """Install the zip, load the sample and resample it."""
    pyplugin_installer.instance().installFromZipFile(os.environ["GRIDR_ZIP"])
    known = plugins.all()[NAME]
    told["installed"] = {
        "active": NAME in qgis.utils.active_plugins,
        "error": known["error"],
        "provider": provider() is not None,
    }
    told["version"] = known["version_installed"]
    told["menu"] = menu()
    told["help"] = {a.name(): a.helpUrl() for a in provider().algorithms()}
    open_help()
    told["options"] = [g for g in ProcessingConfig.getSettings() if g == "GridR"]
    processing.runAndLoadResults("gridr:sampledata", SAMPLE)
    layers = QgsProject.instance().mapLayers().values()
    by_name = {layer.name(): layer for layer in layers}
    told["layers"] = sorted(by_name)
    given = {"INPUT": by_name["Sample scene"], "GRID": by_name["Sample grid"]}
    given["OUTPUT"] = "TEMPORARY_OUTPUT"
    found = processing.run("gridr:gridresampling", given)
    told["valid_percent"] = found["VALID_PERCENT"]


def remove():
    """Disable the plugin, and remove it."""
    QgsProject.instance().clear()
    qgis.utils.unloadPlugin(NAME)
    told["disabled"] = {
        "active": NAME in qgis.utils.active_plugins,
        "provider": provider() is not None,
        "menu": menu(),
    }
    pyplugin_installer.instance().uninstallPlugin(NAME, quiet=True)
    home = os.path.join(QgsApplication.qgisSettingsDirPath(), "python", "plugins")
    told["left"] = os.listdir(home)


try:
    install_and_run()
    remove()
except BaseException:
    told["error"] = traceback.format_exc()
with open(os.environ["GRIDR_REPORT"], "w", encoding="utf-8") as file:
    json.dump(told, file)
os._exit(0)
