; Installer for one user: no administrator, Chinese pages, upgrade, open-with entries, /S for IT departments.
; Wants: VERSION, BUNDLE (folder), ICON, OUTPUT, SIZE_KB; FAST for a quick, larger archive; SIGN, a command that
; signs the file whose name is put behind it.
; Exit codes: 2 not installed (disk, rights), 4 Windows too old, 5 running, 6 newer version installed (/FORCE
; installs all the same), 7 no room, 8 the folder belongs to something else.
Unicode true
Target amd64-unicode
!ifdef FAST
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 64
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh

!define PRODUCT "年报勾稽校核"
!define CLASSES "Software\Classes"
!define PROGID "Gouji.Report"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\gouji"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\gouji.exe"
!define NEW "$INSTDIR\~new"

Name "${PRODUCT} ${VERSION}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\gouji"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${PRODUCT} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=2052 "FileDescription" "${PRODUCT} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"
!ifdef SIGN
    !finalize '${SIGN} "%1"'
    !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TEXT "只为您自己安装，不需要管理员权限，不联网。$\r$\n$\r$\n需要 Windows 10 及以上。安装前请先关闭正在运行的${PRODUCT}。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\gouji.exe"
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\lib\resources\manual\index.html"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "看使用说明"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!macro GiveUp CODE TEXT
    MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
    SetErrorLevel ${CODE}
    Quit
!macroend

; Opens a block for when the program in INSTDIR is running: Windows lets nobody write to its file then.
!macro IfRunning
    StrCpy $0 "free"
    ${If} ${FileExists} "$INSTDIR\gouji.exe"
        FileOpen $0 "$INSTDIR\gouji.exe" a
        ${If} $0 != ""
            FileClose $0
        ${EndIf}
    ${EndIf}
    ${If} $0 == ""
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
        !insertmacro GiveUp 4 "需要 Windows 10 及以上，这台电脑的 Windows 太旧，没有安装。"
    ${EndIf}
    ReadRegStr $1 HKCU "${UNINSTALL}" "DisplayVersion"
    ${If} $1 != ""
        ${VersionCompare} $1 "${VERSION}" $0
        ${GetParameters} $2
        ClearErrors
        ${GetOptions} $2 "/FORCE" $3
        ${If} $0 == 1
        ${AndIf} ${Errors}
            MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "已经装有更新的版本 $1（这是 ${VERSION}）。要装回旧版本吗？" /SD IDNO IDYES back
            SetErrorLevel 6
            Quit
            back:
        ${EndIf}
    ${EndIf}
    ${If} ${Silent}
        Call CheckFolder
    ${EndIf}
FunctionEnd

; On the page of the folder a clerk may choose another; without pages the wrong folder ends the installation.
Function CheckFolder
    !insertmacro IfRunning
        MessageBox MB_OK|MB_ICONEXCLAMATION "${PRODUCT}正在运行。请保存并关闭它的窗口，再安装一次。" /SD IDOK
        StrCpy $9 5
        Goto refuse
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\*.*"
    ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
        ${DirState} "$INSTDIR" $0
        ${If} $0 == 1
            MessageBox MB_OK|MB_ICONEXCLAMATION "文件夹 $INSTDIR 里已有别的东西，请换一个空文件夹。" /SD IDOK
            StrCpy $9 8
            Goto refuse
        ${EndIf}
    ${EndIf}
    ${GetRoot} "$INSTDIR" $0
    ${DriveSpace} "$0\" "/D=F /S=K" $0
    ${If} $0 < ${SIZE_KB}
        MessageBox MB_OK|MB_ICONEXCLAMATION "磁盘空间不够，没有安装。" /SD IDOK
        StrCpy $9 7
        Goto refuse
    ${EndIf}
    Return
    refuse:
    ${IfNot} ${Silent}
        Abort
    ${EndIf}
    SetErrorLevel $9
    Quit
FunctionEnd

!macro RemoveProgram
    Delete "$INSTDIR\gouji.exe"
    Delete "$INSTDIR\gouji.com"
    RMDir /r "$INSTDIR\lib"
    RMDir /r "$INSTDIR\licences"
!macroend

!macro Place ENTRY
    Rename "${NEW}\${ENTRY}" "$INSTDIR\${ENTRY}"
!macroend

Section
    ; everything is unpacked beside the old version before that is touched
    RMDir /r "${NEW}"
    SetOutPath "${NEW}"
    ClearErrors
    File /r "${BUNDLE}\*.*"
    ${If} ${Errors}
        Call Forget
        !insertmacro GiveUp 2 "写不进 $INSTDIR（磁盘满了，或者没有权限），没有安装。"
    ${EndIf}
    SetOutPath "$INSTDIR"
    !insertmacro RemoveProgram
    !insertmacro Place "lib"
    !insertmacro Place "licences"
    !insertmacro Place "gouji.com"
    !insertmacro Place "gouji.exe"
    RMDir /r "${NEW}"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateDirectory "$SMPROGRAMS\${PRODUCT}"
    CreateShortcut "$SMPROGRAMS\${PRODUCT}\${PRODUCT}.lnk" "$INSTDIR\gouji.exe"
    CreateShortcut "$SMPROGRAMS\${PRODUCT}\使用说明.lnk" "$INSTDIR\lib\resources\manual\index.html"
    CreateShortcut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\gouji.exe"

    WriteRegStr HKCU "${CLASSES}\Applications\gouji.exe" "FriendlyAppName" "${PRODUCT}"
    WriteRegStr HKCU "${CLASSES}\Applications\gouji.exe\shell\open\command" "" '"$INSTDIR\gouji.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "政府信息公开工作年度报告"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\gouji.exe,0"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open" "FriendlyAppName" "${PRODUCT}"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\gouji.exe" "%1"'
    !macro Offer TYPE
        WriteRegStr HKCU "${CLASSES}\Applications\gouji.exe\SupportedTypes" "${TYPE}" ""
        WriteRegStr HKCU "${CLASSES}\${TYPE}\OpenWithProgids" "${PROGID}" ""
    !macroend
    !insertmacro Offer ".docx"
    !insertmacro Offer ".xlsx"
    !insertmacro Offer ".txt"
    WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\gouji.exe"

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Gouji"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\gouji.exe"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${RefreshShellIcons}
SectionEnd

; What was unpacked goes; a folder that was made for it goes too, an installed version stays.
Function Forget
    SetOutPath "$TEMP"
    RMDir /r "${NEW}"
    RMDir "$INSTDIR"
FunctionEnd

Function .onInstFailed
    Call Forget
FunctionEnd

Function un.onInit
    !insertmacro IfRunning
        !insertmacro GiveUp 5 "${PRODUCT}正在运行，没有卸载。请保存并关闭它的窗口，再卸载一次。"
    ${EndIf}
FunctionEnd

Section Uninstall
    !insertmacro RemoveProgram
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    RMDir /r "$SMPROGRAMS\${PRODUCT}"
    Delete "$DESKTOP\${PRODUCT}.lnk"
    DeleteRegKey HKCU "${CLASSES}\Applications\gouji.exe"
    DeleteRegKey HKCU "${CLASSES}\${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.docx\OpenWithProgids" "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.xlsx\OpenWithProgids" "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.txt\OpenWithProgids" "${PROGID}"
    DeleteRegKey HKCU "${APP_PATH}"
    DeleteRegKey HKCU "${UNINSTALL}"
    ${RefreshShellIcons}
SectionEnd
