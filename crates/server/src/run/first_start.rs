//! What a new data folder gets: root's password and root's API token, each in a file and in the
//! store. The files come first and the rows last, in one transaction, so that a start that was
//! killed is completed by the next, and a token that root removed does not come back.

use std::path::{Path, PathBuf};

use api::{
    Flag, Host, Result, Secret, TokenName, UserName,
    records::{Login, LoginKind, Setting, TokenKind, TokenRecord},
};
use functions::domain::{passwords, tokens};

use super::files::{read_private, write_private};

/// The letters of a password or token; five bits each.
const LETTERS: usize = 32;

/// Where root finds password and token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RootFiles {
    /// The password.
    pub(super) password: PathBuf,
    /// The API token.
    pub(super) token: PathBuf,
}

impl RootFiles {
    /// Their places in the data folder.
    pub(super) fn in_folder(data: &Path) -> Self {
        Self { password: data.join("root.password"), token: data.join("root.token") }
    }
}

/// Sees to it that root can log in; changes nothing where root could before. Gives whether this
/// was the first start.
pub(super) fn complete(host: &Host, files: &RootFiles, minimum: Option<u8>) -> Result<bool> {
    let known: Option<Login> = host.store.read()?.find(&[(&UserName::root()).into()])?;
    // Checked at every start: a secret that others can read is none.
    let (password, token) = (read_private(&files.password)?, read_private(&files.token)?);
    if known.is_some() {
        return Ok(false);
    }
    let password = kept_or_new(host, &files.password, password)?;
    let token = kept_or_new(host, &files.token, token)?;
    let hash = host.passwords.hash(&password)?;
    write(host, hash, &token, minimum)?;
    Ok(true)
}

fn kept_or_new(host: &Host, path: &Path, kept: Option<String>) -> Result<Secret> {
    let kept = kept.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if let Some(text) = kept {
        return Ok(Secret::new(text));
    }
    let text = host.random_text(LETTERS)?;
    write_private(path, format!("{text}\n").as_bytes())?;
    Ok(Secret::new(text))
}

fn write(host: &Host, hash: String, token: &Secret, minimum: Option<u8>) -> Result<()> {
    let now = host.clock.now();
    let tx = host.store.write()?;
    tx.insert(&Login {
        name: UserName::root(),
        kind: LoginKind::Root,
        password: hash,
        generation: 1,
        changed: now,
        digest_auth: Flag(false),
        locked: Flag(false),
    })?;
    tx.insert(&TokenRecord {
        digest: tokens::digest(host, TokenKind::Whm, token.reveal()),
        kind: TokenKind::Whm,
        user_name: UserName::root(),
        name: token_name()?,
        created: now,
        expires: None,
        limited: Flag(false),
        suspended: Flag(false),
    })?;
    if let Some(strength) = minimum {
        let name = passwords::setting_name("default");
        tx.put(&Setting { name, value: strength.to_string() })?;
    }
    tx.commit()
}

fn token_name() -> Result<TokenName> {
    "first-start".parse().map_err(|problem: String| api::Error::internal(problem))
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt as _};

    use api::records::is;

    use super::*;

    #[test]
    fn a_first_start_lets_root_in_and_a_second_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let files = RootFiles::in_folder(folder.path());
        assert!(complete(&host, &files, Some(40)).unwrap());
        let read = || (fs::read_to_string(&files.password), fs::read_to_string(&files.token));
        let (password, token) = read();
        let (password, token) = (password.unwrap(), token.unwrap());
        let tx = host.store.read().unwrap();
        let root: Login = tx.find(&[(&UserName::root()).into()]).unwrap().unwrap();
        let given = Secret::new(password.trim().to_owned());
        assert!(host.passwords.verify(&given, Some(&root.password)).unwrap());
        let digest = tokens::digest(&host, TokenKind::Whm, token.trim());
        assert_eq!(tx.count::<TokenRecord>(&[is("digest", digest.as_str())]).unwrap(), 1);
        assert_eq!(passwords::required_strength(&*tx, "passwd").unwrap(), 40);
        drop(tx);
        fs::remove_file(&files.token).unwrap();
        assert!(!complete(&host, &files, Some(50)).unwrap());
        assert!(!files.token.exists());
        assert_eq!(fs::read_to_string(&files.password).unwrap(), password);
    }

    #[test]
    fn a_start_that_was_killed_is_completed_with_what_it_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let files = RootFiles::in_folder(folder.path());
        write_private(&files.password, b"the first password\n").unwrap();
        fs::write(folder.path().join("root.token.new"), "half").unwrap();
        assert!(complete(&host, &files, None).unwrap());
        let tx = host.store.read().unwrap();
        let root: Login = tx.find(&[(&UserName::root()).into()]).unwrap().unwrap();
        let given = Secret::new("the first password".to_owned());
        assert!(host.passwords.verify(&given, Some(&root.password)).unwrap());
    }

    #[test]
    fn a_secret_that_others_can_read_stops_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let files = RootFiles::in_folder(folder.path());
        complete(&host, &files, None).unwrap();
        fs::set_permissions(&files.token, fs::Permissions::from_mode(0o644)).unwrap();
        let said = complete(&host, &files, None).unwrap_err().to_string();
        assert!(said.contains("root.token") && said.contains("chmod 600"), "{said}");
    }
}
