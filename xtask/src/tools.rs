//! Tools that are no part of Rust's toolchain: built ones from the Python index, put into `target`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Done, workspace};

/// A tool and the package that has it built.
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Checks what is linked.
pub(crate) const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2" };

/// Builds and runs fuzz targets.
pub(crate) const FUZZ: Tool = Tool { name: "cargo-fuzz", version: "0.13.2" };

impl Tool {
    /// The tool as a command of cargo's, installed if it is not there.
    pub(crate) fn command(&self) -> Result<Command, Box<dyn std::error::Error>> {
        let folder = workspace::target().join("tools");
        let program = folder.join(self.version_folder()).join("bin").join(self.name);
        if !program.exists() {
            self.install(&folder.join(self.version_folder()))?;
        }
        let mut command = Command::new(program);
        command.current_dir(workspace::root());
        Ok(command)
    }

    fn version_folder(&self) -> PathBuf {
        PathBuf::from(format!("{}-{}", self.name, self.version))
    }

    fn install(&self, folder: &Path) -> Done {
        workspace::run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        let package = format!("astral-dev-toolchain-{}=={}", self.name, self.version);
        let mut pip = Command::new(folder.join("bin/pip"));
        let pip = pip.args(["install", "--quiet", "--disable-pip-version-check"]);
        workspace::run(pip.args(["--only-binary", ":all:", &package]))
    }
}
