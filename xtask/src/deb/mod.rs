//! A Debian package of the release build: programs, the names that the command line is called by,
//! manual, completions, units. `dpkg-deb`, which each Debian has, makes the file.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Done,
    test::{cargo, packages},
    workspace,
};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Of the quick build that tests use, not of the release's.
    #[arg(long)]
    debug: bool,
}

/// The programs.
const PROGRAMS: [&str; 2] = ["innkeeper", "innkeeper-root"];
/// The other names of the first of them.
const NAMES: [&str; 3] = ["whmapi1", "uapi", "cpapi2"];
/// The units; those of the services are written by `innkeeper host install`, by the machine's layout.
const UNITS: [&str; 3] = ["innkeeper.service", "innkeeper-work.service", "innkeeper-root.service"];

/// Builds the package and says where it is.
pub(crate) fn run(options: &Options) -> Done {
    made(options.debug).map(drop)
}

/// The package's file, built of the quick build or of the release's.
pub(crate) fn made(debug: bool) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let mut build = cargo(&["build", "--package", "server", "--package", "root", "--bins"]);
    if !debug {
        build.arg("--release");
    }
    workspace::run(&mut build)?;
    let built = workspace::target().join(if debug { "debug" } else { "release" });
    let tree = workspace::target().join("deb/tree");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    programs(&built, &tree)?;
    manual(&built, &tree)?;
    completions(&built, &tree)?;
    documents(&tree)?;
    let version = version()?;
    control(&tree, &version)?;
    let package =
        workspace::target().join(format!("deb/innkeeper_{version}_{}.deb", architecture()?));
    let mut pack = Command::new("dpkg-deb");
    if debug {
        // To press it together takes longer than to use it once.
        pack.arg("-Znone");
    }
    pack.args(["--root-owner-group", "--build"]).arg(&tree).arg(&package);
    workspace::run(&mut pack)?;
    Ok(package)
}

fn programs(built: &Path, tree: &Path) -> Done {
    let folder = folder(tree, "usr/bin")?;
    for name in PROGRAMS {
        let to = folder.join(name);
        fs::copy(built.join(name), &to)?;
        workspace::run(Command::new("strip").arg("--strip-unneeded").arg(&to))?;
        fs::set_permissions(&to, Permissions::from_mode(0o755))?;
    }
    for name in NAMES {
        symlink("innkeeper", folder.join(name))?;
    }
    let units = self::folder(tree, "usr/lib/systemd/system")?;
    for unit in UNITS {
        copy(&workspace::root().join("crates/root/units").join(unit), &units.join(unit))?;
    }
    Ok(())
}

fn manual(built: &Path, tree: &Path) -> Done {
    let folder = folder(tree, "usr/share/man/man1")?;
    workspace::run(Command::new(built.join("innkeeper")).arg("manual").arg(&folder))?;
    for page in fs::read_dir(&folder)? {
        // Without the time, the same sources make the same package.
        workspace::run(Command::new("gzip").args(["-9", "--no-name"]).arg(page?.path()))?;
    }
    Ok(())
}

fn completions(built: &Path, tree: &Path) -> Done {
    let places = [
        ("bash", "usr/share/bash-completion/completions", ""),
        ("zsh", "usr/share/zsh/vendor-completions", "_"),
        ("fish", "usr/share/fish/vendor_completions.d", ""),
    ];
    for (shell, place, prefix) in places {
        let folder = folder(tree, place)?;
        for program in ["innkeeper", "whmapi1"] {
            let mut print = Command::new(built.join("innkeeper"));
            let said = print.args(["completions", shell, "--for", program]).output()?;
            if !said.status.success() {
                return Err(format!("{print:?}: {}", said.status).into());
            }
            let ending = if shell == "fish" { ".fish" } else { "" };
            let file = folder.join(format!("{prefix}{program}{ending}"));
            fs::write(&file, said.stdout)?;
            fs::set_permissions(&file, Permissions::from_mode(0o644))?;
        }
    }
    Ok(())
}

fn documents(tree: &Path) -> Done {
    let (folder, root) = (folder(tree, "usr/share/doc/innkeeper")?, workspace::root());
    for name in ["README.md", "CHANGELOG.md"] {
        copy(&root.join(name), &folder.join(name))?;
    }
    let mut licences = workspace::read(&root.join("LICENSE-APACHE"))?;
    licences.push('\n');
    licences.push_str(&workspace::read(&root.join("LICENSE-MIT"))?);
    workspace::write(&folder.join("copyright"), &licences)?;
    Ok(fs::set_permissions(folder.join("copyright"), Permissions::from_mode(0o644))?)
}

/// The package's own description, and what is done when it comes and goes.
fn control(tree: &Path, version: &str) -> Done {
    let folder = folder(tree, "DEBIAN")?;
    let text = include_str!("control").replace("@VERSION@", version);
    let text = text.replace("@PACKAGES@", &packages::of_host().join(", "));
    workspace::write(&folder.join("control"), &text.replace("@ARCHITECTURE@", &architecture()?))?;
    for (name, text) in [("postinst", include_str!("postinst")), ("prerm", include_str!("prerm"))] {
        workspace::write(&folder.join(name), text)?;
        fs::set_permissions(folder.join(name), Permissions::from_mode(0o755))?;
    }
    Ok(())
}

fn folder(tree: &Path, path: &str) -> Result<PathBuf, std::io::Error> {
    let folder = tree.join(path);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Done {
    fs::copy(from, to)?;
    Ok(fs::set_permissions(to, Permissions::from_mode(0o644))?)
}

/// The version that the workspace has.
fn version() -> Result<String, Box<dyn std::error::Error>> {
    let manifest = workspace::read(&workspace::root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.strip_suffix('"'));
    Ok(version.ok_or("Cargo.toml names no version")?.to_owned())
}

fn architecture() -> Result<String, Box<dyn std::error::Error>> {
    let said = Command::new("dpkg").arg("--print-architecture").output()?;
    Ok(String::from_utf8(said.stdout)?.trim().to_owned())
}
