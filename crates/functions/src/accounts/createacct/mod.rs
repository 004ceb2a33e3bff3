//! `createacct`

mod account;
mod log;

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Error, Flag, Function, Input, Legacy, Limit, Needs,
    Output, PackageName, Result, Secret, UserName, Word, YesNo, legacy::Reshape,
};

use crate::domain::{
    accounts::{creation, names, rights},
    change::{Change, OnFailure},
    passwords,
};

/// Makes an account: its user, its home, its main domain with zone and site. The log of what was
/// done is in `metadata.output.raw`.
#[derive(Input)]
pub struct Params {
    /// The username: at most 16 letters, digits and underscores; it may not start with a digit or
    /// with `test`. Capital letters are read as small ones.
    pub username: UserName,
    /// The main domain; a temporary one below the server's name is made where it is absent.
    pub domain: Option<DomainName>,
    /// The password; one is generated where neither it nor `pass` is given.
    pub password: Option<Secret>,
    /// The password; the same as `password`, not both.
    pub pass: Option<Secret>,
    /// `n`: keep the password out of the log.
    #[param(default = "y")]
    pub showpass: YesNo,
    /// The contact address.
    #[param(default = "")]
    pub contactemail: EmailAddress,
    /// The package.
    pub plan: Option<PackageName>,
    /// The owner, root or a reseller; root only. The caller where it is absent.
    pub owner: Option<UserName>,
    /// 1: the account owns itself; root only. Ignored where `owner` is given.
    #[param(default = 0)]
    pub ownerself: Flag,
    /// 1: the account's user becomes a reseller; root only.
    #[param(default = 0)]
    pub reseller: Flag,
    /// 1, with `reseller`: make a reseller who has no account.
    #[param(default = 0)]
    pub reseller_without_domain: Flag,
    /// Disk space in MiB; 0 for no limit.
    pub quota: Option<Limit>,
    /// Traffic a month in MiB; 0 for no limit.
    pub bwlimit: Option<Limit>,
    /// The most FTP accounts; 0 for no limit.
    pub maxftp: Option<Limit>,
    /// The most mailing lists; 0 for no limit.
    pub maxlst: Option<Limit>,
    /// The most mailboxes; 0 for no limit.
    pub maxpop: Option<Limit>,
    /// The most databases of each kind; 0 for no limit.
    pub maxsql: Option<Limit>,
    /// The most subdomains.
    pub maxsub: Option<Limit>,
    /// The most aliases.
    pub maxpark: Option<Limit>,
    /// The most addon domains.
    pub maxaddon: Option<Limit>,
    /// The most team users, 0 to 7.
    pub max_team_users: Option<Limit>,
    /// The most mails an hour; 0 for no limit.
    pub max_email_per_hour: Option<Limit>,
    /// The share of mail that may fail, in percent; 0 for no limit.
    pub max_defer_fail_percentage: Option<Limit>,
    /// The size of a mailbox in MiB; 0 for no limit.
    pub max_emailacct_quota: Option<Limit>,
    /// The feature list.
    pub featurelist: Option<PackageName>,
    /// Whether CGI programs run.
    pub cgi: Option<Flag>,
    /// Whether there is a login shell.
    pub hasshell: Option<Flag>,
    /// `y`: an address of its own.
    pub ip: Option<YesNo>,
    /// The IPv4 address of its sites: one that the owner may use, or with root's privileges any.
    pub customip: Option<String>,
    /// The theme of its pages.
    pub cpmod: Option<String>,
    /// The language of its pages, such as `en` or `pt_br`.
    pub language: Option<String>,
    /// Whether its mail is signed.
    #[param(default = 1)]
    pub dkim: Flag,
    /// Whether its senders are published.
    #[param(default = 1)]
    pub spf: Flag,
    /// Whether a mail policy is published.
    #[param(default = 1)]
    pub dmarc: Flag,
    /// Whether its mail is checked for spam.
    #[param(default = 1)]
    pub spamassassin: Flag,
    /// Whether spam has a folder of its own.
    #[param(default = "y")]
    pub spambox: YesNo,
    /// The form of its mailboxes.
    #[param(default = MailboxFormat::Maildir)]
    pub mailbox_format: MailboxFormat,
    /// Where its mail is taken.
    #[param(default = MxCheck::Local)]
    pub mxcheck: MxCheck,
    /// 1: replace a zone of that name which belongs to no account; root only.
    #[param(default = 0)]
    pub forcedns: Flag,
    /// The user id; root only.
    pub uid: Option<u32>,
    /// The group id; root only.
    pub gid: Option<u32>,
    /// The home directory, absolute, its last part the username; root only.
    pub homedir: Option<String>,
    /// 1: save the settings as a new package.
    #[param(default = 0)]
    pub savepkg: Flag,
    /// The name of that package; the username where it is absent.
    pub pkgname: Option<PackageName>,
    /// 1: use the domain's registered nameservers; needs `hasuseregns`.
    #[param(default = 0)]
    pub useregns: Flag,
    /// Must be 1 where `useregns` is.
    #[param(default = 0)]
    pub hasuseregns: Flag,
    /// An Account Enhancement; may come several times.
    #[param(family)]
    pub account_enhancements: Vec<String>,
    /// The linked mail server; there is none but `.local`, this one.
    pub mail_node_alias: Option<String>,
    /// Ignored.
    pub frontpage: Option<String>,
}

/// The form of mailboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MailboxFormat {
    /// A file a message.
    #[word("maildir")]
    Maildir,
    /// Several messages a file.
    #[word("mdbox")]
    Mdbox,
}

/// Where mail is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MxCheck {
    /// Here.
    #[word("local")]
    Local,
    /// Here until the primary server can be reached.
    #[word("secondary")]
    Secondary,
    /// Elsewhere.
    #[word("remote")]
    Remote,
    /// As the zone says.
    #[word("auto")]
    Auto,
}

/// Where the account is.
#[derive(Debug, Default, Output)]
pub struct Reply {
    /// The address of its sites.
    pub ip: String,
    /// The first nameserver.
    pub nameserver: String,
    /// The second nameserver.
    pub nameserver2: String,
    /// The third nameserver, or nothing.
    pub nameserver3: String,
    /// The fourth nameserver, or nothing.
    pub nameserver4: String,
    /// The address of the first nameserver, where the server gave it one.
    pub nameservera: Option<String>,
    /// The address of the second.
    pub nameservera2: Option<String>,
    /// The address of the third.
    pub nameservera3: Option<String>,
    /// The address of the fourth.
    pub nameservera4: Option<String>,
    /// The address record that was made for the first nameserver, where one was.
    pub nameserverentry: Option<String>,
    /// That of the second.
    pub nameserverentry2: Option<String>,
    /// That of the third.
    pub nameserverentry3: Option<String>,
    /// That of the fourth.
    pub nameserverentry4: Option<String>,
    /// Its package.
    pub package: String,
}

/// See [`Params`].
pub struct CreateAcct;

impl Function for CreateAcct {
    const NAME: &'static str = "createacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateAcct]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT
        .of(Reshape::Under("options"))
        .keeping(&["options", "rawout", "warnings", "messages"]);
    type Params = Params;
    type Reply = Reply;

    /// Everything is checked twice: before the slow hash, so that what will be refused costs little,
    /// and in the transaction, where nobody can take the name meanwhile.
    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let password = chosen_password(cx, &params)?;
        if params.reseller_without_domain.0 {
            return reseller_alone(cx, &params, &password);
        }
        check(cx, &params, &password)?;
        let hash = cx.host.passwords.hash(&password)?;
        let mut change = Change::begin(cx)?;
        let new = account::find(cx, change.tx(), &params)?;
        account::write(cx, &mut change, &params, &new, hash)?;
        change.commit(OnFailure::Undo)?;
        log::write(cx, &params, &new, &password);
        Ok(reply(&new))
    }
}

fn check(cx: &Cx<'_>, params: &Params, password: &Secret) -> Result<()> {
    let tx = cx.host.store.read()?;
    let new = account::find(cx, &*tx, params)?;
    let record = new.account.record();
    let context =
        passwords::context(cx.host, &record.name, Some(&record.domain), Some(&record.owner))?;
    passwords::check(&*tx, "createacct", password, &context)
}

/// The password given, or one of 130 bits.
fn chosen_password(cx: &Cx<'_>, params: &Params) -> Result<Secret> {
    match (&params.password, &params.pass) {
        (Some(_), Some(_)) => Err(Error::param("pass", "give either pass or password, not both.")),
        (Some(given), None) | (None, Some(given)) => Ok(Secret::new(given.reveal().to_owned())),
        (None, None) => cx.random_text(26).map(Secret::new),
    }
}

fn reseller_alone(cx: &Cx<'_>, params: &Params, password: &Secret) -> Result<Reply> {
    if !params.reseller.0 {
        return Err(Error::param("reseller_without_domain", "needs reseller=1."));
    }
    rights::require(cx, Acl::All, "reseller", "making resellers")?;
    let name = &params.username;
    let tx = cx.host.store.read()?;
    names::check_user(&*tx, "username", name)?;
    passwords::check(
        &*tx,
        "createacct",
        password,
        &passwords::context(cx.host, name, None, None)?,
    )?;
    drop(tx);
    let hash = cx.host.passwords.hash(password)?;
    let mut change = Change::begin(cx)?;
    names::check_user(change.tx(), "username", name)?;
    creation::write_reseller(cx, &mut change, name, hash)?;
    change.commit(OnFailure::Undo)?;
    cx.reason("Account Creation Ok");
    cx.raw(format!("The reseller “{name}” was made, without an account."));
    log::password(cx, params, password);
    Ok(Reply::default())
}

fn reply(new: &account::New) -> Reply {
    let mut names = new.nameservers.iter().map(ToString::to_string);
    let mut next = || names.next().unwrap_or_default();
    let record = new.account.record();
    Reply {
        ip: record.ip.clone(),
        nameserver: next(),
        nameserver2: next(),
        nameserver3: next(),
        nameserver4: next(),
        package: record.package.to_string(),
        ..Reply::default()
    }
}

#[cfg(test)]
mod tests;
