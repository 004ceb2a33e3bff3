//! `Email::browse_mailbox`

use api::{
    Account, Cx, Effect, EmailAddress, Error, Flag, Function, Input, Needs, Output, Result,
    UnixTime, ports::MailFile,
};
use functions::domain::mail::addresses;

/// Lists what lies in the folder of mail.
#[derive(Input)]
pub struct Params {
    /// Only this mailbox.
    pub account: Option<EmailAddress>,
    /// Only this folder; `default` or `mail` for all.
    pub dir: Option<String>,
    /// Whether hidden ones are listed.
    #[param(default = 0)]
    pub showdotfiles: Flag,
}

/// A file or a folder.
#[derive(Output)]
pub struct Item {
    /// How many folders it lies in, below the folder of mail.
    pub depth: u32,
    /// Its name.
    pub file: String,
    /// Its whole path.
    pub fullpath: String,
    /// Whether it is a file.
    pub isleaf: Flag,
    /// Whether it is a folder of messages.
    pub ismailbox: Flag,
    /// When it last changed.
    pub mtime: UnixTime,
    /// The path of the folder that it lies in.
    pub path: String,
    /// Its path below the folder of mail.
    pub relpath: String,
    /// `dir` or `file`.
    #[param(name = "type")]
    pub kind: &'static str,
}

fn item(mail: &str, path: &str, one: MailFile) -> Item {
    let within = if path.is_empty() { String::new() } else { format!("{path}/") };
    let relpath = format!("{within}{}", one.name);
    Item {
        depth: u32::try_from(relpath.matches('/').count()).unwrap_or_default(),
        fullpath: format!("{mail}/{relpath}"),
        file: one.name,
        isleaf: Flag(!one.is_folder),
        ismailbox: Flag(one.is_mailbox),
        mtime: one.changed,
        path: format!("{mail}/{path}").trim_end_matches('/').to_owned(),
        relpath,
        kind: if one.is_folder { "dir" } else { "file" },
    }
}

/// See [`Params`].
pub struct BrowseMailbox;

impl Function for BrowseMailbox {
    const NAME: &'static str = "browse_mailbox";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let given = params.account.as_ref().map(EmailAddress::as_str);
        let mailbox = addresses::mailbox(&*tx, &account, "account", given)?;
        let dir = params.dir.filter(|dir| !["", "default", "mail"].contains(&dir.as_str()));
        let start = mailbox.and_then(|one| Some(format!("{}/{}", one.domain()?, one.local())));
        let parts: Vec<String> = start.into_iter().chain(dir).collect();
        let path = parts.join("/").trim_matches('/').to_owned();
        let found = cx.host.mail.browse(&account, &path)?;
        let found =
            found.ok_or_else(|| Error::not_found("dir: there is no such folder of mail."))?;
        let shown =
            found.into_iter().filter(|one| params.showdotfiles.0 || !one.name.starts_with('.'));
        let mail = format!("{}/mail", account.record().home);
        Ok(shown.map(|one| item(&mail, &path, one)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn mailboxes_are_listed_below_their_domains() {
        let world = world();
        let told = data(&world, "browse_mailbox", &[("dir", "amy.test")]);
        let info = &told[0];
        assert_eq!((&info["file"], &info["ismailbox"]), (&"info".into(), &1.into()));
        assert_eq!(info["fullpath"], "/home/amy/mail/amy.test/info");
        assert_eq!(info["relpath"], "amy.test/info");
        let told = data(&world, "browse_mailbox", &[("account", "info@amy.test")]);
        let names: Vec<_> =
            told.as_array().unwrap().iter().map(|one| one["file"].clone()).collect();
        assert_eq!(names, ["cur", "new", "tmp"]);
    }

    #[test]
    fn nothing_beyond_the_mail_is_listed() {
        let world = world();
        for dir in ["..", "../public_html", "missing"] {
            let said = refusal(&world, "browse_mailbox", &[("dir", dir)]);
            assert!(said.starts_with("dir: "), "{said}");
        }
        assert!(strange(&world, "browse_mailbox", &[("account", "info@amy.test")]).is_err());
    }
}
