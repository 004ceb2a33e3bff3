//! Test programs, as cargo builds them.

use std::{path::PathBuf, process::Stdio};

use serde::Deserialize;

use super::cargo;

/// Builds the test programs of a name in all packages; says where they are.
pub(crate) fn built(name: &str) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    let mut build = cargo(&["test", "--workspace", "--test", name, "--no-run"]);
    let said = build.arg("--message-format=json").stderr(Stdio::inherit()).output()?;
    if !said.status.success() {
        return Err(format!("the tests {name} do not build").into());
    }
    let lines = said.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let artifacts = lines.filter_map(|line| serde_json::from_slice::<Artifact>(line).ok());
    let of_tests = artifacts.filter(|artifact| artifact.is_test(name));
    Ok(of_tests.filter_map(|artifact| artifact.executable).collect())
}

/// What cargo says of a thing that it built.
#[derive(Deserialize)]
struct Artifact {
    target: Target,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Artifact {
    fn is_test(&self, name: &str) -> bool {
        self.target.name == name && self.target.kind == ["test"]
    }
}
