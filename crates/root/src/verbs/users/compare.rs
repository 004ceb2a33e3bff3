//! What of users is otherwise than it should be.

use std::slice;

use super::{Entry, Folder, entries, fault, open, own_logins, shells, taken};
use crate::{Answer, Refusal, Root, User, verbs::homes::Homes};

/// Says what of users, their homes and their own FTP logins is otherwise, a sentence each.
pub(crate) fn compare(root: &Root, users: &[User]) -> Result<Answer, Refusal> {
    let layout = &root.layout;
    users.iter().try_for_each(|user| super::check(user, layout))?;
    let (folder, homes, shells) = (open(layout)?, Homes::open(layout)?, shells());
    let mut told = Vec::new();
    for user in users {
        let named = |what: String| format!("user {} {what}", user.name);
        if let Err(refusal) = taken::check(&folder, slice::from_ref(user)) {
            told.push(refusal.to_string());
        }
        for (name, entry) in entries(user, layout, &shells)? {
            let path = layout.users.join(&name);
            told.extend(
                differs(&folder, &name, &entry)?.map(|how| format!("{} {how}", path.display())),
            );
        }
        told.extend(homes.differing(user, layout)?.into_iter().map(named));
    }
    match logins(root, users) {
        Ok(differences) => told.extend(differences),
        Err(refusal) => told.push(refusal.to_string()),
    }
    Ok(Answer::Told(told))
}

/// What is otherwise of what the name service reads.
fn differs(folder: &Folder, name: &str, wanted: &Entry) -> Result<Option<&'static str>, Refusal> {
    let Some(mode) = folder.mode(name).map_err(fault)? else { return Ok(Some("is missing")) };
    let is_so = match wanted {
        Entry::Link(target) => {
            folder.link(name).map_err(fault)?.is_some_and(|link| link.to_str() == Some(target))
        }
        Entry::File(text, wanted) => {
            mode == *wanted && folder.read(name).map_err(fault)?.as_ref() == Some(text)
        }
    };
    Ok((!is_so).then_some("is not as it should be"))
}

fn logins(root: &Root, users: &[User]) -> Result<Vec<String>, Refusal> {
    let logins = users.iter().flat_map(|user| super::own_login(root, user)).collect();
    let changes = own_logins::changes(root, logins)?;
    match crate::verbs::publish::compare(root, changes)? {
        Answer::Told(told) => Ok(told),
        _ => Ok(Vec::new()),
    }
}
