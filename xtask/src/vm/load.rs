//! What goes into the machine: the tests, the programs that they start, and the package.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{image::pack, qemu::remove};
use crate::{
    deb,
    test::{built, cargo},
    workspace,
};

/// The test programs of that name are for a machine of their own, and others leave their tests out.
const NAME: &str = "vm";

/// Where the machine has it.
pub(super) const PLACE: &str = "/innkeeper-test";

/// The package and the folder of the tests' programs, in that place.
pub(super) const PACKAGE: &str = "innkeeper.deb";
pub(super) const TESTS: &str = "debug/deps";

/// Builds it, as the file of a drive.
pub(super) fn made() -> Result<PathBuf, Box<dyn std::error::Error>> {
    let package = deb::made(true)?;
    workspace::run(&mut cargo(&["build", "--package", "xtask"]))?;
    let tests = built(NAME)?;
    let tree = super::folder().join("tests");
    remove(&tree)?;
    fs::create_dir_all(tree.join(TESTS))?;
    fs::copy(package, tree.join(PACKAGE))?;
    for test in tests {
        let name = test.file_name().ok_or("a test's program has no name")?;
        stripped(&test, &tree.join(TESTS).join(name))?;
    }
    for name in ["innkeeper-root", "xtask"] {
        stripped(&workspace::target().join("debug").join(name), &tree.join("debug").join(name))?;
    }
    let file = super::folder().join("tests.img");
    pack(&tree, &file, "1G")?;
    remove(&tree)?;
    Ok(file)
}

/// Copies a program without what only a debugger reads.
fn stripped(program: &Path, to: &Path) -> crate::Done {
    let mut strip = Command::new("strip");
    workspace::run(strip.arg("--strip-debug").arg("-o").arg(to).arg(program))
}
