//! The contract as its files have it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::Value;

use crate::{scaffold::names, workspace};

/// The groups in order, and what each function needs.
pub(crate) struct Contract {
    pub(crate) groups: Vec<Group>,
    needs: BTreeMap<String, Row>,
}

/// A heading of `functions.txt` with the facts of its functions, in its order.
pub(crate) struct Group {
    pub(crate) title: String,
    /// The folder of its functions: `server_administration`.
    pub(crate) folder: String,
    pub(crate) functions: Vec<Facts>,
}

/// The facts of one function.
#[derive(Deserialize)]
pub(crate) struct Facts {
    pub(crate) name: String,
    pub(crate) summary: String,
    /// Unknown where the published description alone is the source.
    pub(crate) mutates: Option<bool>,
    pub(crate) params: Vec<Param>,
    pub(crate) returns: Value,
}

/// The facts of one parameter.
#[derive(Deserialize)]
pub(crate) struct Param {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) default: Value,
    #[serde(default)]
    pub(crate) values: Vec<Value>,
    #[serde(default)]
    pub(crate) note: String,
}

/// A row of `acl.json`.
#[derive(Deserialize)]
struct Row {
    acl: Option<String>,
    #[serde(default)]
    any_of: Vec<String>,
}

impl Contract {
    /// Reads all of it.
    pub(crate) fn read() -> Result<Self, Box<dyn std::error::Error>> {
        let folder = workspace::root().join("contract");
        let list = workspace::read(&folder.join("functions.txt"))?;
        let mut lines = list.lines().filter(|line| !line.is_empty());
        let mut groups = Vec::new();
        while let (Some(heading), Some(names)) = (lines.next(), lines.next()) {
            let title = heading.trim_start_matches(['#', ' ']).to_owned();
            let functions = facts(&folder, &title, names)?;
            groups.push(Group { functions, folder: title.to_lowercase().replace(' ', "_"), title });
        }
        let needs = serde_json::from_str(&workspace::read(&folder.join("acl.json"))?)?;
        Ok(Self { groups, needs })
    }

    /// The privileges of which one opens a function: `any` for every login, none for root alone.
    pub(crate) fn needs(&self, name: &str) -> Vec<&str> {
        let Some(row) = self.needs.get(name) else { return Vec::new() };
        let acls = row.acl.iter().chain(&row.any_of).map(String::as_str);
        acls.filter(|acl| *acl != "all").collect()
    }
}

/// The modules of UAPI, a file each, by name.
pub(crate) fn modules() -> Result<Vec<Group>, Box<dyn std::error::Error>> {
    let entries = fs::read_dir(workspace::root().join("contract/uapi"))?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &PathBuf| {
        let title = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let functions = serde_json::from_str(&workspace::read(path)?)?;
        Ok(Group { title: title.to_owned(), folder: names::folder(title), functions })
    };
    paths.iter().map(read).collect()
}

fn facts(
    folder: &Path,
    title: &str,
    names: &str,
) -> Result<Vec<Facts>, Box<dyn std::error::Error>> {
    let path = folder.join(title.to_lowercase().replace(' ', "-")).with_extension("json");
    let all: Vec<Facts> = serde_json::from_str(&workspace::read(&path)?)?;
    let mut all: BTreeMap<_, _> = all.into_iter().map(|one| (one.name.clone(), one)).collect();
    let found = names.split_whitespace().map(|name| {
        all.remove(name).ok_or_else(|| format!("{} says nothing of {name}", path.display()).into())
    });
    found.collect()
}
