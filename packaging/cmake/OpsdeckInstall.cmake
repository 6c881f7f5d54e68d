# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install`: the programs side by side (the window starts the simulator from beside itself), and what a desktop
# needs to show them.
include(GNUInstallDirs)

install(TARGETS opsdeckctl opsdeck-sim RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(OPSDECK_UI)
    install(TARGETS opsdeck RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    install(FILES "${PROJECT_SOURCE_DIR}/packaging/opsdeck.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${PROJECT_SOURCE_DIR}/packaging/org.opsdeck.Opsdeck.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/opsdeck.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()
