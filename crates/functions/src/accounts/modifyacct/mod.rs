//! `modifyacct`

mod cpuser;
mod settings;

use std::collections::BTreeMap;

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Flag, Function, Input, Legacy, Limit, Needs, Output,
    Result, Secret, UnixTime, UserName, Value,
    legacy::Reshape,
    records::{AccountRecord, Subject},
};

use crate::domain::{
    accounts::{self, names, renaming, rights},
    change::{Change, OnFailure},
    mail, policies,
    resellers::{
        self,
        limits::{self, Named},
    },
    zones,
};

/// The parameters that errors name.
const NAMED: Named =
    Named { account: "owner", package: "owner", disk: "QUOTA", bandwidth: "BWLIMIT" };

/// Changes the settings of an account, its username, its main domain or its owner. What is not
/// given stays as it is.
#[derive(Input)]
pub struct Params {
    /// The account, by its present name.
    pub user: UserName,
    /// Its new username. Its API tokens stay, its sessions end.
    pub newuser: Option<UserName>,
    /// Its new main domain.
    #[param(name = "DNS", alias = "domain")]
    pub dns: Option<DomainName>,
    /// Its new owner; root only, but for oneself.
    pub owner: Option<UserName>,
    /// 1: its user becomes a reseller; root only.
    #[param(default = 0)]
    pub reseller: Flag,
    /// The contact address.
    pub contactemail: Option<EmailAddress>,
    /// Disk space in MiB; 0 for no limit.
    #[param(name = "QUOTA")]
    pub quota: Option<Limit>,
    /// Disk space in KiB; 0 for no limit. `QUOTA` wins.
    #[param(name = "DISK_BLOCK_LIMIT")]
    pub disk_block_limit: Option<u64>,
    /// Traffic a month in bytes; 0 or `unlimited` for no limit.
    #[param(name = "BWLIMIT")]
    pub bwlimit: Option<String>,
    /// The most addon domains.
    #[param(name = "MAXADDON")]
    pub maxaddon: Option<Limit>,
    /// The most FTP accounts.
    #[param(name = "MAXFTP")]
    pub maxftp: Option<Limit>,
    /// The most mailing lists; 0 for no limit.
    #[param(name = "MAXLST")]
    pub maxlst: Option<Limit>,
    /// The most aliases.
    #[param(name = "MAXPARK")]
    pub maxpark: Option<Limit>,
    /// The most applications run by Passenger.
    #[param(name = "MAXPASSENGERAPPS")]
    pub maxpassengerapps: Option<Limit>,
    /// The most mailboxes.
    #[param(name = "MAXPOP")]
    pub maxpop: Option<Limit>,
    /// The most databases of each kind.
    #[param(name = "MAXSQL")]
    pub maxsql: Option<Limit>,
    /// The most subdomains.
    #[param(name = "MAXSUB")]
    pub maxsub: Option<Limit>,
    /// The most team users, 0 to 7.
    pub max_team_users: Option<Limit>,
    /// The share of mail that may fail, in percent; 0 for no limit.
    #[param(name = "MAX_DEFER_FAIL_PERCENTAGE")]
    pub max_defer_fail_percentage: Option<Limit>,
    /// The most mails an hour; 0 for no limit.
    #[param(name = "MAX_EMAIL_PER_HOUR")]
    pub max_email_per_hour: Option<Limit>,
    /// The size of a mailbox in MiB; 0 for no limit.
    #[param(name = "MAX_EMAILACCT_QUOTA")]
    pub max_emailacct_quota: Option<Limit>,
    /// 1: the mailboxes that are there too; needs `MAX_EMAILACCT_QUOTA`.
    #[param(default = 0)]
    pub update_existing_email_account_quotas: Flag,
    /// Whether there is a login shell; `shell` wins.
    #[param(name = "HASSHELL")]
    pub hasshell: Option<Flag>,
    /// The login shell, an absolute path.
    pub shell: Option<String>,
    /// Whether CGI programs run.
    #[param(name = "HASCGI")]
    pub hascgi: Option<Flag>,
    /// Whether its mail is signed. It is kept, and nothing is signed yet.
    #[param(name = "HASDKIM")]
    pub hasdkim: Option<Flag>,
    /// Whether a mail policy (DMARC) is published in the zones of its domains.
    #[param(name = "HASDMARC")]
    pub hasdmarc: Option<Flag>,
    /// Whether its senders (SPF) are published in the zones of its domains.
    #[param(name = "HASSPF")]
    pub hasspf: Option<Flag>,
    /// Whether it is in backups; root only.
    #[param(name = "BACKUP")]
    pub backup: Option<Flag>,
    /// The owner of its databases; root only.
    #[param(name = "DBOWNER")]
    pub dbowner: Option<UserName>,
    /// The form of its mailboxes: `maildir`, `mdbox` or `mbox`.
    #[param(name = "MAILBOX_FORMAT")]
    pub mailbox_format: Option<settings::MailboxFormat>,
    /// Whether its mail may not leave.
    #[param(name = "OUTGOING_EMAIL_SUSPENDED")]
    pub outgoing_email_suspended: Option<Flag>,
    /// Whether its mail is checked for spam.
    pub spamassassin: Option<Flag>,
    /// The theme of its pages.
    #[param(name = "RS")]
    pub rs: Option<String>,
    /// The style within the theme.
    #[param(name = "STYLE")]
    pub style: Option<String>,
    /// The language of its pages, as a locale.
    #[param(name = "LOCALE")]
    pub locale: Option<String>,
    /// The language of its pages, by its former name.
    #[param(name = "LANG")]
    pub lang: Option<String>,
    /// When it was made, to be recorded.
    #[param(name = "STARTDATE")]
    pub startdate: Option<UnixTime>,
    /// Package extensions to drop, parted by spaces.
    #[param(default = "")]
    pub remove_missing_extensions: String,
    /// 1: give its databases the new username's prefix.
    #[param(default = 1)]
    pub rename_database_objects: Flag,
    /// An Account Enhancement; may come several times. All that it is to have.
    #[param(family)]
    pub account_enhancements: Vec<String>,
    /// The linked mail server; there is none but `.local`, this one.
    pub mail_node_alias: Option<String>,
    /// Whether the firewall is kept in step with it.
    pub modify_firewall: Option<Flag>,
    /// The key for messages by Pushbullet.
    #[param(name = "PUSHBULLET_ACCESS_TOKEN")]
    pub pushbullet_access_token: Option<Secret>,
    /// Whether to tell its owner when an external login is linked.
    pub notify_account_authn_link: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_account_authn_link_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of certificates that end.
    pub notify_autossl_expiry: Option<Flag>,
    /// Whether to tell its owner of domains that a certificate will lose.
    pub notify_autossl_expiry_coverage: Option<Flag>,
    /// Whether to tell its owner of certificates that were renewed.
    pub notify_autossl_renewal: Option<Flag>,
    /// Whether to tell its owner of domains that a renewed certificate lost.
    pub notify_autossl_renewal_coverage: Option<Flag>,
    /// Whether to tell its owner of new contact addresses.
    pub notify_contact_address_change: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_contact_address_change_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of disk space running out.
    pub notify_disk_limit: Option<Flag>,
    /// Whether to tell its owner of changed passwords.
    pub notify_password_change: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_password_change_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of certificates of their own that end.
    pub notify_ssl_expiry: Option<Flag>,
    /// `MXCHECK-` and the main domain: the priority of its primary mail server. Other names are
    /// ignored.
    #[param(rest)]
    pub others: BTreeMap<String, String>,
}

/// The account as it is now.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its settings by the names that they have on the wire.
    pub cpuser: BTreeMap<String, Value>,
    /// Its main domain.
    pub domain: DomainName,
    /// The new login shell, or `unmodified`.
    pub setshell: String,
    /// Its name.
    pub user: UserName,
}

/// See [`Params`].
pub struct ModifyAcct;

impl Function for ModifyAcct {
    const NAME: &'static str = "modifyacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT
        .of(Reshape::Under("newcfg"))
        .keeping(&["newcfg", "rawout", "warnings", "messages"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        settings::check(cx, &params)?;
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        let before = record.clone();
        settings::set(cx, &params, &mut record)?;
        set_owner(cx, &mut change, &params, &mut record)?;
        set_domain(cx, &mut change, &params, &mut record)?;
        limits::check(cx, change.tx(), Some(&before), &record, NAMED)?;
        set_name(cx, &mut change, &params, &mut record)?;
        policies::publish(cx, &mut change, &record, &settings::policies(&params))?;
        if let Some(on) = params.hasdkim {
            mail::signing::set_all(cx, &mut change, &record.name, on.0)?;
        }
        mail::domains::touch_all(&mut change, &record.name)?;
        if params.reseller.0 {
            resellers::set_up(&mut change, &record.name)?;
        }
        accounts::save(cx, &mut change, &mut record)?;
        change.touch(Subject::User(record.name.clone()));
        let domains = accounts::domains::of(change.tx(), &record.name)?;
        let moves = record.name != before.name || record.domain != before.domain;
        change.commit(if moves { OnFailure::Forward } else { OnFailure::Undo })?;
        cx.reason("Account Modified");
        let unmodified = record.shell == before.shell;
        Ok(Reply {
            cpuser: cpuser::of(&record, &domains)?,
            setshell: if unmodified { "unmodified".to_owned() } else { record.shell },
            domain: record.domain,
            user: record.name,
        })
    }
}

fn set_owner(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(owner) = &params.owner else { return Ok(()) };
    if *owner != record.owner && *owner != cx.caller.user {
        rights::require(cx, Acl::All, "owner", "another owner")?;
    }
    names::check_owner(change.tx(), owner, &record.name)?;
    renaming::change_owner(change, record, owner)
}

fn set_domain(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(new) = params.dns.as_ref().filter(|new| **new != record.domain) else {
        return Ok(());
    };
    names::check_domain(cx, change.tx(), "domain", new)?;
    zones::check_free(change.tx(), "domain", new)?;
    renaming::change_domain(cx, change, record, new)
}

fn set_name(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(new) = params.newuser.as_ref().filter(|new| **new != record.name) else {
        return Ok(());
    };
    if resellers::is_reseller(change.tx(), &record.name)? {
        rights::require(cx, Acl::All, "newuser", "another name for a reseller")?;
    }
    names::check_user(change.tx(), "newuser", new)?;
    renaming::rename(change, record, new, params.rename_database_objects.0)
}

#[cfg(test)]
mod tests;
