//! The settings that the parameters of a modification change.

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Error, Flag, Limit, Result, Secret, Word, records::AccountRecord, values::text,
    zone::Policy,
};

use super::{Params, cpuser};
use crate::domain::{
    accounts::{
        NO_SHELL, absent,
        limits::{self, Counts, Wish},
        names,
        rights::require,
        shell,
    },
    policies,
};

/// The form of mailboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MailboxFormat {
    /// A file a message.
    #[word("maildir")]
    Maildir,
    /// Several messages a file.
    #[word("mdbox")]
    Mdbox,
    /// A file a mailbox.
    #[word("mbox")]
    Mbox,
}

/// Whether the caller may give what they gave at all.
pub(super) fn check(cx: &Cx<'_>, params: &Params) -> Result<()> {
    for (given, param) in [
        (params.backup.is_some(), "BACKUP"),
        (params.dbowner.is_some(), "DBOWNER"),
        (params.reseller.0, "reseller"),
    ] {
        if given {
            require(cx, Acl::All, param, "this")?;
        }
    }
    if params.update_existing_email_account_quotas.0 && params.max_emailacct_quota.is_none() {
        return Err(Error::param(
            "update_existing_email_account_quotas",
            "needs MAX_EMAILACCT_QUOTA.",
        ));
    }
    absent::check(&params.account_enhancements, params.mail_node_alias.as_deref())
}

/// The policies whose publishing was given.
pub(super) fn policies(params: &Params) -> Vec<policies::Wish> {
    let given =
        [("HASSPF", Policy::Senders, params.hasspf), ("HASDMARC", Policy::Mail, params.hasdmarc)];
    let wish = |(param, policy, flag): (_, _, Option<Flag>)| {
        flag.map(|Flag(published)| policies::Wish { param, policy, published })
    };
    given.into_iter().filter_map(wish).collect()
}

/// Sets what was given.
pub(super) fn set(cx: &Cx<'_>, params: &Params, record: &mut AccountRecord) -> Result<()> {
    limits::set(cx, &wishes(params)?, record)?;
    set_flags(params, record);
    set_words(params, record)?;
    set_shell(cx, params, record)?;
    if let Some(email) = &params.contactemail {
        record.email = email.clone();
    }
    if let Some(owner) = &params.dbowner {
        record.database_owner = owner.to_string();
    }
    if let Some(format) = params.mailbox_format {
        format.as_str().clone_into(&mut record.mailbox_format);
    }
    record.created = params.startdate.unwrap_or(record.created);
    drop_extensions(params, record);
    set_extras(cx, params, record)
}

fn set_flags(params: &Params, record: &mut AccountRecord) {
    for (given, place) in [
        (params.hascgi, &mut record.cgi),
        (params.hasdkim, &mut record.dkim),
        (params.hasdmarc, &mut record.dmarc),
        (params.hasspf, &mut record.spf),
        (params.backup, &mut record.backup),
        (params.outgoing_email_suspended, &mut record.mail_suspended),
        (params.spamassassin, &mut record.spam_filter),
    ] {
        *place = given.unwrap_or(*place);
    }
}

fn set_words(params: &Params, record: &mut AccountRecord) -> Result<()> {
    for (param, given, place) in [
        ("RS", &params.rs, &mut record.theme),
        ("STYLE", &params.style, &mut record.style),
        ("LOCALE", &params.locale, &mut record.locale),
    ] {
        if let Some(word) = given.as_ref().filter(|word| !word.is_empty()) {
            names::check_word(param, word)?;
            place.clone_from(word);
        }
    }
    Ok(())
}

fn set_shell(cx: &Cx<'_>, params: &Params, record: &mut AccountRecord) -> Result<()> {
    let (param, path) = match (&params.shell, params.hasshell) {
        (Some(path), _) => ("shell", path.as_str()),
        (None, Some(has)) if has.0 == (record.shell != NO_SHELL) => return Ok(()),
        (None, Some(has)) => ("HASSHELL", shell(has.0)),
        (None, None) => return Ok(()),
    };
    names::check_program(param, path)?;
    if path != record.shell && path != NO_SHELL {
        require(cx, Acl::AllowShell, param, "a login shell")?;
    }
    path.clone_into(&mut record.shell);
    Ok(())
}

fn drop_extensions(params: &Params, record: &mut AccountRecord) {
    let dropped: Vec<&str> = params.remove_missing_extensions.split_whitespace().collect();
    let kept = record.extensions.split_whitespace().filter(|name| !dropped.contains(name));
    record.extensions = kept.collect::<Vec<_>>().join(" ");
}

/// What the account's record has no column for.
fn set_extras(cx: &Cx<'_>, params: &Params, record: &mut AccountRecord) -> Result<()> {
    let mut extras = cpuser::extras(record)?;
    for (name, flag) in notices(params) {
        if let Some(Flag(on)) = flag {
            extras.insert(name.to_owned(), u8::from(on).to_string());
        }
    }
    let token = params.pushbullet_access_token.as_ref().map(Secret::reveal);
    for (name, given) in [("LANG", params.lang.as_deref()), ("PUSHBULLET_ACCESS_TOKEN", token)] {
        if let Some(value) = given {
            extras.insert(name.to_owned(), value.to_owned());
        }
    }
    set_priorities(cx, params, record, &mut extras)?;
    record.extras = serde_json::to_string(&extras).map_err(Error::internal)?;
    Ok(())
}

fn set_priorities(
    cx: &Cx<'_>,
    params: &Params,
    record: &AccountRecord,
    extras: &mut BTreeMap<String, String>,
) -> Result<()> {
    for (name, value) in &params.others {
        let Some(domain) = name.strip_prefix("MXCHECK-") else { continue };
        if !record.domain.as_str().eq_ignore_ascii_case(domain) {
            cx.warn(format!("{}: is not the main domain, and was ignored.", text::shown(name)));
            continue;
        }
        let priority: u16 =
            value.parse().map_err(|_| Error::param(name, "must be a number from 0 to 65535."))?;
        extras.insert("MXCHECK".to_owned(), priority.to_string());
    }
    Ok(())
}

fn notices(params: &Params) -> [(&'static str, Option<Flag>); 13] {
    [
        ("modify_firewall", params.modify_firewall),
        ("notify_account_authn_link", params.notify_account_authn_link),
        (
            "notify_account_authn_link_notification_disabled",
            params.notify_account_authn_link_notification_disabled,
        ),
        ("notify_autossl_expiry", params.notify_autossl_expiry),
        ("notify_autossl_expiry_coverage", params.notify_autossl_expiry_coverage),
        ("notify_autossl_renewal", params.notify_autossl_renewal),
        ("notify_autossl_renewal_coverage", params.notify_autossl_renewal_coverage),
        ("notify_contact_address_change", params.notify_contact_address_change),
        (
            "notify_contact_address_change_notification_disabled",
            params.notify_contact_address_change_notification_disabled,
        ),
        ("notify_disk_limit", params.notify_disk_limit),
        ("notify_password_change", params.notify_password_change),
        (
            "notify_password_change_notification_disabled",
            params.notify_password_change_notification_disabled,
        ),
        ("notify_ssl_expiry", params.notify_ssl_expiry),
    ]
}

fn wishes(params: &Params) -> Result<Vec<Wish>> {
    use Counts::{Addons, Aliases, Disk, Mail, Team, Things, ThingsOrAll, Traffic};
    let blocks = params.disk_block_limit.map(|blocks| rounded_up("DISK_BLOCK_LIMIT", blocks, 1024));
    let bytes = params.bwlimit.as_deref().map(|text| match text.parse() {
        Ok(bytes) => rounded_up("BWLIMIT", bytes, 1 << 20),
        Err(_) => text.parse().map_err(|problem| Error::param("BWLIMIT", problem)),
    });
    let quota = match params.quota {
        Some(quota) => Some(quota),
        None => blocks.transpose()?,
    };
    Ok(vec![
        Wish::new("QUOTA", quota, Disk, |record| &mut record.quota),
        Wish::new("BWLIMIT", bytes.transpose()?, Traffic, |record| &mut record.bandwidth),
        Wish::new("MAXADDON", params.maxaddon, Addons, |record| &mut record.max_addons),
        Wish::new("MAXFTP", params.maxftp, Things, |record| &mut record.max_ftp),
        Wish::new("MAXLST", params.maxlst, ThingsOrAll, |record| &mut record.max_lists),
        Wish::new("MAXPARK", params.maxpark, Aliases, |record| &mut record.max_parked),
        Wish::new("MAXPASSENGERAPPS", params.maxpassengerapps, Things, |record| {
            &mut record.max_passenger
        }),
        Wish::new("MAXPOP", params.maxpop, Things, |record| &mut record.max_mailboxes),
        Wish::new("MAXSQL", params.maxsql, Things, |record| &mut record.max_databases),
        Wish::new("MAXSUB", params.maxsub, Things, |record| &mut record.max_subdomains),
        Wish::new("max_team_users", params.max_team_users, Team, |record| {
            &mut record.max_team_users
        }),
        Wish::new("MAX_DEFER_FAIL_PERCENTAGE", params.max_defer_fail_percentage, Mail, |record| {
            &mut record.max_defer_fail
        }),
        Wish::new("MAX_EMAIL_PER_HOUR", params.max_email_per_hour, Mail, |record| {
            &mut record.max_email_per_hour
        }),
        Wish::new("MAX_EMAILACCT_QUOTA", params.max_emailacct_quota, Mail, |record| {
            &mut record.max_mailbox_quota
        }),
    ])
}

/// An amount in the larger unit that the record has.
fn rounded_up(param: &str, amount: u64, unit: u64) -> Result<Limit> {
    let whole = u32::try_from(amount.div_ceil(unit));
    whole.map(Limit::of).map_err(|_| Error::param(param, "is too large."))
}
