//! The contract as its files have it.
#![expect(clippy::disallowed_methods, reason = "a test reads the files that it is about")]
#![allow(dead_code, reason = "each test uses its own part of it")]

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::PathBuf,
};

use api::Value;

/// All of it.
pub(crate) struct Contract {
    pub(crate) groups: Vec<Group>,
    /// The functions beside the groups' lists that today's clients call.
    beside: Vec<Facts>,
    needs: Value,
}

/// A heading with its functions, in order.
pub(crate) struct Group {
    title: String,
    pub(crate) functions: Vec<Facts>,
}

/// One function.
pub(crate) struct Facts {
    pub(crate) name: String,
    /// Unknown where the published description alone is the source.
    pub(crate) mutates: Option<bool>,
    pub(crate) params: Vec<Param>,
    pub(crate) returns: Value,
}

/// One parameter.
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) required: bool,
    /// Its default as text; none where the contract names none.
    pub(crate) default: Option<String>,
    pub(crate) values: BTreeSet<String>,
}

impl Contract {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let headings = text("functions.txt")?;
        let mut lines = headings.lines().filter(|line| !line.is_empty());
        let mut groups = Vec::new();
        while let (Some(heading), Some(names)) = (lines.next(), lines.next()) {
            let title = heading.trim_start_matches(['#', ' ']).to_owned();
            groups.push(Group { functions: facts(&title, names)?, title });
        }
        let beside = list(&json("dns-modern.json")?).map(one).collect();
        Ok(Self { groups, beside, needs: json("acl.json")? })
    }

    pub(crate) fn titles(&self) -> Vec<&str> {
        self.groups.iter().map(|group| group.title.as_str()).collect()
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Facts> {
        let listed = self.groups.iter().flat_map(|group| &group.functions);
        listed.chain(&self.beside).find(|facts| facts.name == name)
    }

    /// The privileges of which one opens a function: `any` for every login, none for root alone.
    pub(crate) fn needs(&self, name: &str) -> BTreeSet<String> {
        let row = self.needs.get(name);
        let one = row.and_then(|row| row.get("acl"));
        let several = row.and_then(|row| row.get("any_of")).and_then(Value::as_array);
        let acls = one.into_iter().chain(several.into_iter().flatten());
        acls.map(plain).filter(|acl| acl != "all").collect()
    }
}

/// A module of UAPI, with its functions.
pub(crate) type Module = (String, Vec<Facts>);

/// The modules of UAPI by name.
pub(crate) fn modules() -> Result<Vec<Module>, Box<dyn Error>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../contract/uapi");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    names.sort();
    let read = |name: String| {
        let functions = list(&json(&format!("uapi/{name}.json"))?).map(one).collect();
        Ok((name, functions))
    };
    names.into_iter().map(read).collect()
}

fn facts(title: &str, names: &str) -> Result<Vec<Facts>, Box<dyn Error>> {
    let file = format!("{}.json", title.to_lowercase().replace(' ', "-"));
    let all = json(&file)?;
    let by_name: BTreeMap<String, &Value> =
        list(&all).map(|facts| (field(facts, "name"), facts)).collect();
    let found = names.split_whitespace().map(|name| {
        let facts = by_name.get(name).ok_or_else(|| format!("{file} says nothing of {name}"))?;
        Ok(one(facts))
    });
    found.collect()
}

fn one(facts: &Value) -> Facts {
    Facts {
        name: field(facts, "name"),
        mutates: facts.get("mutates").and_then(Value::as_bool),
        params: facts.get("params").into_iter().flat_map(list).map(param).collect(),
        returns: facts.get("returns").cloned().unwrap_or_default(),
    }
}

fn param(row: &Value) -> Param {
    let default = row.get("default").filter(|value| !value.is_null() && !value.is_array());
    Param {
        name: field(row, "name"),
        kind: field(row, "type"),
        required: is(row, "required"),
        default: default.map(plain),
        values: row.get("values").into_iter().flat_map(list).map(plain).collect(),
    }
}

/// A JSON scalar as text.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn field(row: &Value, key: &str) -> String {
    row.get(key).map(plain).unwrap_or_default()
}

fn is(row: &Value, key: &str) -> bool {
    row.get(key).and_then(Value::as_bool).unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn json(file: &str) -> Result<Value, Box<dyn Error>> {
    serde_json::from_str(&text(file)?).map_err(|err| format!("{file}: {err}").into())
}

fn text(file: &str) -> Result<String, Box<dyn Error>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../contract").join(file);
    fs::read_to_string(&path).map_err(|err| format!("{}: {err}", path.display()).into())
}
