//! Things of users that are not there: by their names, or by the ids that are accounts' alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::{Age, entries, found, name};
use crate::{
    Layout, Name, Refusal, Uids,
    verbs::{
        homes::ASIDE,
        mail,
        users::{self, Folder, STAGED, fault},
    },
};

/// The machine's own users and groups.
const OWN: [(&str, &str); 2] = [("user", "/etc/passwd"), ("group", "/etc/group")];

/// The users of accounts that are there.
pub(super) struct Users {
    folder: Folder,
    uids: Uids,
    /// Their ids by their names.
    ids: BTreeMap<String, u32>,
    /// The same ids.
    known: BTreeSet<u32>,
}

/// What of a record is needed to know whose it is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whose {
    uid: Option<u32>,
    gid: Option<u32>,
    #[serde(default)]
    innkeeper_account: bool,
}

impl Users {
    pub(super) fn read(layout: &Layout) -> Result<Self, Refusal> {
        let folder = users::open(layout)?;
        let mut ids = BTreeMap::new();
        for name in folder.ending(".user").map_err(fault)? {
            let Ok(name) = name.parse::<Name>() else { continue };
            if let Some(record) = users::find(&folder, &name)? {
                ids.insert(name.to_string(), record.uid);
            }
        }
        let known = ids.values().copied().collect();
        Ok(Self { folder, uids: layout.uids, ids, known })
    }

    /// Whether an id is an account's that is not there.
    fn is_nobodys(&self, id: u32) -> bool {
        self.uids.contain(id) && !self.known.contains(&id)
    }

    /// What the name service finds of users that are not whole, or are not ours and have ids of ours.
    pub(super) fn halves(&self, layout: &Layout, age: &Age) -> Result<Vec<String>, Refusal> {
        let mut told = Vec::new();
        for file in entries(&layout.users)? {
            let name = name(&file);
            if name.starts_with(STAGED) {
                if found(&file).is_some_and(|found| age.is_over(&found)) {
                    told.push(format!("{} was staged and is left", file.path().display()));
                }
                continue;
            }
            if self.is_half(&name)? {
                told.push(format!("{} is of no user of ours", file.path().display()));
            }
        }
        for (kind, path) in OWN {
            let lines = fs::read_to_string(path).unwrap_or_default();
            let ids = lines.lines().filter_map(|line| {
                let mut fields = line.split(':');
                Some((fields.next()?, fields.nth(1)?.parse().ok()?))
            });
            let ours = ids.filter(|(_, id)| self.uids.contain(*id));
            told.extend(ours.map(|(name, id)| {
                format!("{kind} {name} of {path} has the id {id}, which is one of accounts")
            }));
        }
        let mut by_id: BTreeMap<u32, &str> = BTreeMap::new();
        for (name, id) in &self.ids {
            if let Some(other) = by_id.insert(*id, name) {
                told.push(format!("users {other} and {name} have the same id {id}"));
            }
        }
        Ok(told)
    }

    /// Whether a file is a piece of no whole user, or of a foreign one that has an id of ours.
    fn is_half(&self, name: &str) -> Result<bool, Refusal> {
        let Some((stem, ending)) = name.rsplit_once('.') else { return Ok(false) };
        if let Ok(id) = stem.parse::<u32>() {
            let target = self.folder.link(name).map_err(fault)?;
            let of = target.as_deref().and_then(Path::file_stem).and_then(|stem| stem.to_str());
            let fits = of.is_some_and(|of| self.ids.get(of) == Some(&id));
            return Ok(self.uids.contain(id) && !fits);
        }
        match ending {
            "user-privileged" => {
                Ok(self.folder.mode(&format!("{stem}.user")).map_err(fault)?.is_none())
            }
            "user" | "group" if !self.ids.contains_key(stem) => {
                let text = self.folder.read(name).map_err(fault)?.unwrap_or_default();
                let whose = serde_json::from_slice::<Whose>(&text).ok();
                Ok(whose.is_some_and(|whose| {
                    let id = whose.uid.or(whose.gid).is_some_and(|id| self.uids.contain(id));
                    whose.innkeeper_account || id
                }))
            }
            _ => Ok(false),
        }
    }

    /// What lies among the homes of an account's id and can be no account's home: those that can are named
    /// where users are listed.
    pub(super) fn homes(&self, layout: &Layout) -> Result<Vec<String>, Refusal> {
        let mut told = Vec::new();
        for home in entries(&layout.homes)? {
            let name = name(&home);
            let Some(found) = found(&home).filter(|_| name != ASIDE) else { continue };
            let named = name.parse::<Name>().is_ok_and(|name| users::name_rule(&name).is_ok());
            if self.uids.contain(found.uid()) && !(named && found.is_dir()) {
                told.push(format!("{} is no account's home", home.path().display()));
            }
        }
        Ok(told)
    }

    /// Files outside of homes whose owners are not there.
    pub(super) fn files(&self) -> Result<Vec<String>, Refusal> {
        let found = users::belonging(self.uids, |id| self.is_nobodys(id))?.into_iter();
        let told =
            |(path, id): (PathBuf, u32)| format!("{} is of {id}, who is not there", path.display());
        Ok(found.map(told).collect())
    }

    /// Mail on its way out that nobody sent who is there.
    pub(super) fn mail(&self, layout: &Layout) -> Result<Vec<String>, Refusal> {
        let sent = mail::sent(layout)?.into_iter();
        let strays = sent.filter(|(_, account)| !self.ids.contains_key(account));
        let told =
            |(id, account)| format!("message {id} of {account}, who is not there, is to leave");
        Ok(strays.map(told).collect())
    }

    /// Processes whose owners are not there.
    pub(super) fn processes(&self) -> Result<Vec<String>, Refusal> {
        let all = users::owners().map_err(fault)?.into_iter();
        let strays = all.filter(|(_, id)| self.is_nobodys(*id));
        Ok(strays.map(|(pid, id)| format!("process {pid} is of {id}, who is not there")).collect())
    }
}
