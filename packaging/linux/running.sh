# Part of the installers: says whether a program inside the folder $1 is running.
is_running() {
    for process in /proc/[0-9]*/exe; do
        case $(readlink "$process" 2>/dev/null) in
        "$1"/*) return 0 ;;
        esac
    done
    return 1
}
