#!/bin/sh
# Installs Duban from this checkout: the program and its packages under PREFIX, its configuration and data under HOME_DIR,
# and a systemd unit for 'duban serve'. It may be run again at any time: it updates the program and leaves what is yours.
set -eu

PREFIX=/opt/duban HOME_DIR=/var/lib/duban UNITS=/etc/systemd/system ACCOUNT=duban PYTHON=python3 SITE=''
usage() {
  cat << END
usage: deploy/install.sh [--prefix DIR] [--home DIR] [--units DIR | --no-units] [--user NAME | --no-user]
                         [--python PROGRAM] [--site DIR]
  --prefix  the program and its packages      ($PREFIX)
  --home    duban.yaml, sources and data      ($HOME_DIR)
  --units   where the systemd unit goes       ($UNITS)
  --user    the account that it runs as       ($ACCOUNT, made where it is missing)
  --python  Python 3.11 or newer, with venv   ($PYTHON)
  --site    use the packages in this folder instead of installing those of requirements.lock
END
}
fail() { echo "install.sh: $*" >&2; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --prefix | --home | --units | --user | --python | --site) [ $# -gt 1 ] || fail "$1 needs a value" ;;
  esac
  case $1 in
    --prefix) PREFIX=$2; shift ;;
    --home) HOME_DIR=$2; shift ;;
    --units) UNITS=$2; shift ;;
    --no-units) UNITS='' ;;
    --user) ACCOUNT=$2; shift ;;
    --no-user) ACCOUNT='' ;;
    --python) PYTHON=$2; shift ;;
    --site) SITE=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "unknown option $1" ;;
  esac
  shift
done

SOURCE=$(cd "$(dirname "$0")/.." && pwd)
APP=$PREFIX/app VENV=$PREFIX/venv
for folder in "$PREFIX" "$HOME_DIR"; do
  case $folder in /*) ;; *) fail "$folder is not an absolute path" ;; esac
done
"$PYTHON" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null ||
  fail "$PYTHON is not Python 3.11 or newer with venv (Debian: apt-get install python3-venv); choose one with --python"
mkdir -p "$PREFIX" "$HOME_DIR" || fail "run it as root, or choose folders of your own with --prefix and --home"

# the program: copied beside the old one, then put in its place
rm -rf "$APP.new" "$APP.old"
mkdir "$APP.new"
for part in alerting connectors extraction flows sample warehouse docs prefect.yaml pyproject.toml requirements.lock LICENSE; do
  cp -R "$SOURCE/$part" "$APP.new/"
done
find "$APP.new" -name __pycache__ -type d -prune -exec rm -rf {} +
if [ -d "$APP" ]; then mv "$APP" "$APP.old"; fi
mv "$APP.new" "$APP"
rm -rf "$APP.old"

# its packages, when they are not those of the lock already; the lock is whole: an older pip, left to resolve, finds
# sqlalchemy[asyncio] of prefect beside the pinned sqlalchemy, and refuses
[ -x "$VENV/bin/python" ] || "$PYTHON" -m venv "$VENV"
if [ -z "$SITE" ] && ! cmp -s "$APP/requirements.lock" "$VENV/installed.lock"; then
  echo "installing the packages of requirements.lock (some minutes)"
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$APP/requirements.lock"
  cp "$APP/requirements.lock" "$VENV/installed.lock"
fi
packages=$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n' "$APP" ${SITE:+"$SITE"} > "$packages/duban.pth"
# compiled once, by who may write there; without it each start would compile some thousand files again
if [ -z "$SITE" ]; then "$VENV/bin/python" -m compileall -q -j 0 "$packages" > /dev/null || true; fi
"$VENV/bin/python" -m compileall -q "$APP" > /dev/null || true

# the command: it finds its configuration and the secrets that this names wherever it is typed, as the unit does
mkdir -p "$PREFIX/bin"
cat > "$PREFIX/bin/duban" << END
#!/bin/sh
if [ -z "\${DUBAN_CONFIG:-}" ] && [ -e '$HOME_DIR/duban.yaml' ]; then export DUBAN_CONFIG='$HOME_DIR/duban.yaml'; fi
if [ -r '$HOME_DIR/duban.env' ]; then
  while IFS= read -r line || [ -n "\$line" ]; do
    case \$line in [A-Za-z_]*=*) export "\$line" ;; esac
  done < '$HOME_DIR/duban.env'
fi
exec '$VENV/bin/python' -m flows.cli "\$@"
END
chmod 755 "$PREFIX/bin/duban"

# what is yours: written where it is missing, never over anything
(cd "$HOME_DIR" && "$PREFIX/bin/duban" init)
[ -e "$HOME_DIR/duban.env" ] ||
  (umask 077 && echo '# secrets that duban.yaml names by ${NAME}: NAME=value, one in a line, as it is, without quotes' > "$HOME_DIR/duban.env")
if [ -n "$ACCOUNT" ]; then
  if ! id "$ACCOUNT" > /dev/null 2>&1; then
    useradd --system --home-dir "$HOME_DIR" --shell /usr/sbin/nologin "$ACCOUNT" ||
      fail "there is no user $ACCOUNT; make it, or choose another with --user, or --no-user"
  fi
  chown -R "$ACCOUNT" "$HOME_DIR"
fi
if [ -n "$UNITS" ]; then
  mkdir -p "$UNITS"
  sed -e "s|/opt/duban|$PREFIX|g" -e "s|/var/lib/duban|$HOME_DIR|g" -e "s|^User=.*|User=${ACCOUNT:-$(id -un)}|" \
    "$SOURCE/deploy/duban.service" > "$UNITS/duban.service"
  echo "unit $UNITS/duban.service written; 'systemctl daemon-reload && systemctl enable --now duban' starts it"
fi
echo "installed: $PREFIX/bin/duban; '$PREFIX/bin/duban doctor' says what is still to be done"
