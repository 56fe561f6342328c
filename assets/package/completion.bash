# Completion that asks the program itself, so it never falls behind: commands and options from --help.
_welcome_table() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" words=() word
    case "$previous" in
        --event | --out | --card | --passphrase-file | --token-file | --camera | --robot | --config | --queries)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return ;;
    esac
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$word" in -* | */* | *.*) ;; *) words+=("$word") ;; esac
    done
    local offered
    offered="$("${COMP_WORDS[0]}" "${words[@]}" --help 2>/dev/null |
        sed -nE 's/^ +(-[a-z],)?(--[a-z-]+).*/\2/p; /^Subcommands:/,$ s/^  ([a-z-]+) .*/\1/p')"
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$current")
    [ ${#COMPREPLY[@]} -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _welcome_table kiosk kioskctl membershipd
