# Manuals, units and the Debian package. `cpack --config build/CPackConfig.cmake` makes the .deb.
set(package_dir "${PROJECT_SOURCE_DIR}/assets/package")

# A manual is what the program says of itself, and the few words that it does not.
find_program(HELP2MAN help2man REQUIRED)
set(manual_dir "${CMAKE_BINARY_DIR}/manual")
set(manuals "")
foreach(manual IN ITEMS kiosk.1 kioskctl.1 membershipd.8)
    string(REGEX REPLACE "\\.[0-9]$" "" program "${manual}")
    string(REGEX REPLACE "^.*\\." "" section "${manual}")
    add_custom_command(OUTPUT "${manual_dir}/${manual}"
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${manual_dir}"
        COMMAND "${HELP2MAN}" --no-info --section=${section}
                "--include=${package_dir}/manual/${program}.txt" "--output=${manual_dir}/${manual}"
                "$<TARGET_FILE:${program}>"
        DEPENDS ${program} "${package_dir}/manual/${program}.txt" COMMENT "Manual: ${manual}" VERBATIM)
    list(APPEND manuals "${manual_dir}/${manual}")
    install(FILES "${manual_dir}/${manual}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
add_custom_target(manuals ALL DEPENDS ${manuals})

# What the programs are made of.
set(sbom "${CMAKE_BINARY_DIR}/sbom.spdx.json")
add_custom_command(OUTPUT "${sbom}"
    COMMAND python3 "${PROJECT_SOURCE_DIR}/tools/sbom.py" "${CMAKE_BINARY_DIR}"
            $<TARGET_FILE:kiosk> $<TARGET_FILE:kioskctl> $<TARGET_FILE:membershipd>
            $<TARGET_FILE:number_plans> >"${sbom}.new"
    COMMAND "${CMAKE_COMMAND}" -E rename "${sbom}.new" "${sbom}"
    DEPENDS kiosk kioskctl membershipd number_plans "${PROJECT_SOURCE_DIR}/tools/sbom.py" COMMENT "Bill of materials")
add_custom_target(sbom ALL DEPENDS "${sbom}")
install(FILES "${sbom}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

install(PROGRAMS "${package_dir}/kiosk-session" DESTINATION lib/welcome-table)
install(FILES "${package_dir}/welcome-table-kiosk.service" "${package_dir}/welcome-table-membershipd.service"
        DESTINATION lib/systemd/system)
install(FILES "${package_dir}/kiosk.conf" DESTINATION "${CMAKE_INSTALL_DATADIR}/welcome-table")
install(FILES "${package_dir}/sysusers.conf" DESTINATION lib/sysusers.d RENAME welcome-table.conf)
install(FILES "${package_dir}/70-welcome-table.rules" DESTINATION lib/udev/rules.d)
install(FILES "${package_dir}/org.welcometable.Kiosk.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${package_dir}/org.welcometable.Kiosk.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
foreach(program IN ITEMS kiosk kioskctl membershipd)
    install(FILES "${package_dir}/completion.bash"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME ${program})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME welcome-table)
set(CPACK_PACKAGE_CONTACT "Welcome Table <hello@welcometable.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check-in, sign-up and child care at the door of a town hall")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Fonts and the voice are opened by name, so no library asks for them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "fonts-inter, fonts-noto-core, fonts-noto-ui-core, fonts-noto-cjk, fonts-material-design-icons-iconfont, tzdata, libespeak-ng1, espeak-ng-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "cage, xwayland, dbus-user-session, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${package_dir}/postinst;${package_dir}/prerm;${package_dir}/postrm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
