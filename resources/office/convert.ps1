# Converts every file of the folder GOUJI_FROM into GOUJI_INTO by the program GOUJI_PROGRAM (a COM ProgID).
# Read only, no macros, no links, no questions; a file with a password fails instead of asking for it.
$ErrorActionPreference = 'Stop'
$missing = [Type]::Missing
$password = 'gouji'
$failed = 0
$app = New-Object -ComObject $env:GOUJI_PROGRAM
try {
    $app.AutomationSecurity = 3
    $app.DisplayAlerts = 0
    foreach ($file in Get-ChildItem -LiteralPath $env:GOUJI_FROM -File) {
        $target = Join-Path $env:GOUJI_INTO ($file.BaseName + '.' + $env:GOUJI_FORMAT)
        $opened = $null
        try {
            if ($env:GOUJI_FORMAT -eq 'xlsx') {
                $app.EnableEvents = $false
                $opened = $app.Workbooks.Open($file.FullName, 0, $true, $missing, $password)
                $opened.SaveAs($target, 51)
            } else {
                $opened = $app.Documents.Open($file.FullName, $false, $true, $false, $password)
                $opened.SaveAs([ref]$target, [ref]12)
            }
        } catch {
            $failed = 1
        } finally {
            if ($opened -ne $null) { $opened.Close($false) }
        }
    }
} finally {
    # WPS may hand out the program the clerk is working in; that one must not be ended.
    if ($env:GOUJI_FORMAT -eq 'xlsx') { $open = $app.Workbooks.Count } else { $open = $app.Documents.Count }
    if ($open -eq 0) { $app.Quit() }
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($app)
}
exit $failed
