# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where; the translations and icons are inside the programs.
include(GNUInstallDirs)
install(TARGETS sonoloom sonoloom-workbench RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES resources/sample/loom.flac resources/sample/LICENSE
        DESTINATION "${CMAKE_INSTALL_DATADIR}/sonoloom/sample")
install(FILES resources/man/sonoloom.1 resources/man/sonoloom-workbench.1
        DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES packaging/linux/sonoloom.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES packaging/linux/sonoloom.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES resources/icons/sonoloom.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
