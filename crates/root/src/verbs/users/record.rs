//! Users and groups as the name service reads them: JSON user and group records in a folder of its own,
//! from which `libnss-systemd` answers.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{Layout, Name, Refusal, User};

/// A day, as records count time.
const DAY: u64 = 86_400_000_000;

/// The shell that lets nobody in.
const NO_SHELL: &str = "/usr/sbin/nologin";

/// The part of a user that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    pub(crate) user_name: Name,
    pub(crate) uid: u32,
    pub(crate) gid: u32,
    pub(crate) home_directory: PathBuf,
    pub(crate) shell: String,
    disposition: Disposition,
    /// Keeps out whoever comes with a key as well: the shadow entry is one that has run out.
    #[serde(default)]
    pub(crate) locked: bool,
    #[serde(flatten)]
    age: Option<Age>,
    /// Our mark.
    innkeeper_account: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Disposition {
    Regular,
}

/// A password that has to be changed. `libnss-systemd` leaves `passwordChangeNow` out of the shadow
/// entry, so the password is also one that was set long ago and was good for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Age {
    password_change_now: bool,
    #[serde(rename = "lastPasswordChangeUSec")]
    last: u64,
    #[serde(rename = "passwordChangeMaxUSec")]
    most: u64,
}

impl Record {
    /// What a user is to the name service.
    pub(super) fn of(user: &User, layout: &Layout, shells: &str) -> Self {
        let listed = shells.lines().any(|line| line == user.shell) && user.shell.starts_with('/');
        let shell = if listed { &user.shell } else { NO_SHELL };
        Self {
            user_name: user.name.clone(),
            uid: user.uid,
            gid: user.gid,
            home_directory: layout.homes.join(user.name.as_str()),
            shell: shell.to_owned(),
            disposition: Disposition::Regular,
            locked: user.locked,
            age: age(user.expired),
            innkeeper_account: true,
        }
    }

    /// Says whether the next login must choose a new password.
    pub(super) fn expire(&mut self, expired: bool) {
        self.age = age(expired);
    }

    /// Reads one; none where it is not ours.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(text).ok().filter(|record| record.innkeeper_account)
    }

    pub(super) fn render(&self) -> Result<Vec<u8>, Refusal> {
        render(self)
    }
}

fn age(expired: bool) -> Option<Age> {
    expired.then_some(Age { password_change_now: true, last: DAY, most: DAY })
}

/// The part of a user that root alone may read.
pub(super) fn privileged(user: &User) -> Result<Vec<u8>, Refusal> {
    let lock = if user.locked { "!" } else { "" };
    let hash = [lock, &user.password].concat();
    render(&serde_json::json!({ "privileged": { "hashedPassword": [hash] } }))
}

/// The password in the part that root alone may read.
pub(super) fn password(privileged: &[u8]) -> Option<String> {
    let read: serde_json::Value = serde_json::from_slice(privileged).ok()?;
    read.pointer("/privileged/hashedPassword/0")?.as_str().map(str::to_owned)
}

/// A user's own group.
pub(super) fn group(user: &User) -> Result<Vec<u8>, Refusal> {
    render(&serde_json::json!({
        "groupName": user.name,
        "gid": user.gid,
        "disposition": "regular",
        "innkeeperAccount": true,
    }))
}

/// Whether a group's record is one of ours.
pub(super) fn is_group_of_ours(text: &[u8]) -> bool {
    let read = serde_json::from_slice::<serde_json::Value>(text).ok();
    read.is_some_and(|read| read.get("innkeeperAccount") == Some(&serde_json::Value::Bool(true)))
}

fn render(record: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let text = serde_json::to_vec(record);
    text.map_err(|cause| Refusal::failed("a user could not be written down", cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user() -> User {
        User {
            name: "alice".parse().unwrap(),
            formerly: None,
            uid: 5_001,
            gid: 5_001,
            shell: "/bin/bash".to_owned(),
            password: "$y$j9T$a\"b".to_owned(),
            locked: false,
            expired: false,
            disk: None,
            inodes: None,
        }
    }

    #[test]
    fn a_record_says_what_the_user_is_and_is_read_back() {
        let record = Record::of(&user(), &Layout::default(), "# shells\n/bin/sh\n/bin/bash\n");
        let text = record.render().unwrap();
        assert_eq!(
            String::from_utf8(text.clone()).unwrap(),
            "{\"userName\":\"alice\",\"uid\":5001,\"gid\":5001,\"homeDirectory\":\"/home/alice\",\
             \"shell\":\"/bin/bash\",\"disposition\":\"regular\",\"locked\":false,\
             \"innkeeperAccount\":true}"
        );
        assert_eq!(Record::parse(&text), Some(record.clone()));
        assert_eq!(Record::parse(b"{\"userName\":\"alice\"}"), None);
        let foreign = String::from_utf8(text).unwrap().replace("true", "false");
        assert_eq!(Record::parse(foreign.as_bytes()), None, "it is somebody else's");
        let mut expired = record;
        expired.expire(true);
        let text = expired.render().unwrap();
        let shown = String::from_utf8_lossy(&text);
        assert!(
            shown.contains("\"passwordChangeNow\":true,\"lastPasswordChangeUSec\":86400000000")
        );
        assert_eq!(Record::parse(&text), Some(expired));
    }

    #[test]
    fn a_shell_that_is_not_listed_lets_nobody_in() {
        for shell in ["", "/bin/fish", "# shells", "/bin/ba", "bash"] {
            let user = User { shell: shell.to_owned(), ..user() };
            let shells = "# shells\nbash\n\n/bin/bash\n";
            assert_eq!(Record::of(&user, &Layout::default(), shells).shell, NO_SHELL, "{shell}");
        }
    }

    #[test]
    fn the_hash_is_quoted_and_locked() {
        let read = |user: &User| {
            let text = privileged(user).unwrap();
            let parsed: serde_json::Value = serde_json::from_slice(&text).unwrap();
            parsed["privileged"]["hashedPassword"][0].as_str().unwrap().to_owned()
        };
        assert_eq!(read(&user()), "$y$j9T$a\"b");
        assert_eq!(read(&User { locked: true, ..user() }), "!$y$j9T$a\"b");
    }
}
