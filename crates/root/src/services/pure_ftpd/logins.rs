//! The logins of an account: what the server says of them, and how Pure-FTPd knows them.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{Name, services::HomeOwner};

/// The logins of an account; none where it is locked.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FtpLogins {
    /// Each of them.
    pub logins: Vec<FtpLogin>,
}

/// A login.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FtpLogin {
    /// What is given as the user.
    pub login: String,
    /// The password as crypt(3) writes it.
    pub password: String,
    /// The folder that it sees, below the account's home; empty for all of it.
    pub folder: String,
    /// How many MiB it may store.
    pub quota: Option<u64>,
}

impl FtpLogins {
    /// It as the server hands it over.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        postcard::to_stdvec(self).map_err(|cause| cause.to_string())
    }

    /// Reads what [`Self::write`] wrote. The error does not tell what was read, which holds passwords.
    pub(super) fn read(content: &[u8]) -> Result<Self, String> {
        postcard::from_bytes(content).map_err(|_| "the logins are unreadable".to_owned())
    }

    /// The lines of these logins in a password file of Pure-FTPd's.
    pub(super) fn render(&self, home: &Path, owner: HomeOwner) -> Result<String, String> {
        let mut lines = String::new();
        for login in &self.logins {
            let FtpLogin { login: name, password, quota, .. } = login;
            login.check()?;
            let mut folder = home.display().to_string();
            if !login.folder.is_empty() {
                folder = format!("{folder}/{}", login.folder);
            }
            let quota = quota.map_or(String::new(), |mib| (mib << 20).to_string());
            let HomeOwner { uid, gid } = owner;
            let ids = format!("{uid}:{gid}::{folder}/./:::::::{quota}:::::\n");
            lines.extend([name, ":", password, ":", &ids]);
        }
        Ok(lines)
    }
}

impl FtpLogin {
    /// Checks that it stays in its line, its fields and its home.
    fn check(&self) -> Result<(), String> {
        let Self { login, password, folder, quota } = self;
        login.parse::<Name>().map_err(|rule| format!("a login {rule}"))?;
        let of_crypt = |c: char| c.is_ascii_graphic() && c != ':';
        if password.is_empty() || !password.chars().all(of_crypt) {
            return Err(format!("the password of {login} is not as crypt(3) writes one"));
        }
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        if !folder.is_empty() && !folder.split('/').all(plain) {
            return Err(format!("the folder of {login} is not plainly below the home"));
        }
        if folder.contains(|c: char| c == ':' || c.is_control()) {
            return Err(format!("the folder of {login} has a colon or a control character in it"));
        }
        if quota.is_some_and(|mib| mib > u64::from(u32::MAX)) {
            return Err(format!("the quota of {login} is too large"));
        }
        Ok(())
    }
}

/// The names of the logins in a rendered file.
pub(crate) fn names(lines: &str) -> impl Iterator<Item = &str> {
    lines.lines().filter_map(|line| line.split(':').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: HomeOwner = HomeOwner { uid: 5001, gid: 5001 };

    fn login(folder: &str) -> FtpLogin {
        FtpLogin {
            login: "info@a.test".to_owned(),
            password: "$y$j9T$salt$hash".to_owned(),
            folder: folder.to_owned(),
            quota: Some(10),
        }
    }

    fn rendered(login: FtpLogin) -> Result<String, String> {
        let logins = FtpLogins { logins: vec![login] };
        let read = FtpLogins::read(&logins.write().unwrap()).unwrap();
        assert!(read == logins, "what is written is read back");
        read.render(Path::new("/home/shop"), OWNER)
    }

    #[test]
    fn a_login_sees_its_folder_under_the_owner_of_the_home() {
        assert_eq!(
            rendered(login("public_html/x y")).unwrap(),
            "info@a.test:$y$j9T$salt$hash:5001:5001::/home/shop/public_html/x y/./:::::::10485760:::::\n"
        );
        let whole = rendered(FtpLogin { quota: None, ..login("") }).unwrap();
        assert!(whole.contains(":/home/shop/./::::::::::::\n"), "{whole}");
        assert_eq!(names(&whole).collect::<Vec<_>>(), ["info@a.test"]);
    }

    #[test]
    fn nothing_leaves_its_field_or_its_home() {
        for folder in ["..", "a/../b", "/etc", "a//b", "a:b", "a\nroot", "a/."] {
            assert!(rendered(login(folder)).is_err(), "{folder:?}");
        }
        for name in ["a:b", "x\ny", "", "-x"] {
            assert!(
                rendered(FtpLogin { login: name.to_owned(), ..login("") }).is_err(),
                "{name:?}"
            );
        }
        for password in ["", "a:0", "a\nb", "a b"] {
            let password = password.to_owned();
            assert!(rendered(FtpLogin { password, ..login("") }).is_err());
        }
    }
}
