//! `Variables::get_user_information`

use std::collections::BTreeMap;

use api::{
    Account, Cx, Effect, EmailAddress, Flag, Function, Input, Limit, Needs, Output, Result,
    UnixTime, UserName,
    records::{AccountRecord, DomainKind, DomainRecord, FeatureOverride, is},
};
use functions::domain::figures::{KIB, MIB};

use super::picked::Picked;

/// Gives the settings of the account.
#[derive(Input)]
pub struct Params {
    /// The keys to give; all of them where none is named.
    #[param(family)]
    pub name: Vec<String>,
}

/// What `get_user_information` answers, of which there is only what was asked for.
#[derive(Output)]
pub struct Reply {
    /// Whether it is in backups.
    #[param(absent)]
    pub backup_enabled: Option<Flag>,
    /// What its sites may serve in a month, in bytes; 0 for no limit.
    #[param(absent)]
    pub bandwidth_limit: Option<u64>,
    /// Whether CGI programs run.
    #[param(absent)]
    pub cgi_enabled: Option<Flag>,
    /// The address that notices are sent to; empty where there is none.
    #[param(absent)]
    pub contact_email: Option<EmailAddress>,
    /// A second such address.
    #[param(absent)]
    pub contact_email_2: Option<EmailAddress>,
    /// When it was made.
    #[param(absent)]
    pub created: Option<UnixTime>,
    /// The owner of its databases.
    #[param(absent)]
    pub database_owner: Option<String>,
    /// Whether it is for show only: never.
    #[param(absent)]
    pub demo_mode: Option<Flag>,
    /// Its disk space in KiB; 0 for no limit.
    #[param(absent)]
    pub disk_block_limit: Option<u64>,
    /// Whether mail is signed.
    #[param(absent)]
    pub dkim_enabled: Option<Flag>,
    /// Its main domain.
    #[param(absent)]
    pub domain: Option<String>,
    /// Its other domains, by name.
    #[param(absent)]
    pub domains: Option<Vec<String>>,
    /// The features that are set for it alone, and whether each is on.
    #[param(absent)]
    pub feature: Option<BTreeMap<String, Flag>>,
    /// Its feature list.
    #[param(absent)]
    pub feature_list: Option<String>,
    /// Its group id.
    #[param(absent)]
    pub gid: Option<u32>,
    /// Its home.
    #[param(absent)]
    pub home: Option<String>,
    /// The IPv4 address of its sites.
    #[param(absent)]
    pub ip: Option<String>,
    /// The language of its pages.
    #[param(absent)]
    pub lang: Option<String>,
    /// When its settings last changed.
    #[param(absent)]
    pub last_modified: Option<UnixTime>,
    /// Whether it is in backups of the former form.
    #[param(absent)]
    pub legacy_backup_enabled: Option<Flag>,
    /// The language of its pages, again.
    #[param(absent)]
    pub locale: Option<String>,
    /// The form of its mailboxes.
    #[param(absent)]
    pub mailbox_format: Option<String>,
    /// How many addon domains it may have.
    #[param(absent)]
    pub maximum_addon_domains: Option<Limit>,
    /// How many databases of each kind it may have.
    #[param(absent)]
    pub maximum_databases: Option<Limit>,
    /// The share of its mail that may fail, in percent.
    #[param(absent)]
    pub maximum_defer_fail_percentage: Option<Limit>,
    /// The largest mailbox in MiB.
    #[param(absent)]
    pub maximum_email_account_disk_quota: Option<Limit>,
    /// How many mails it may send an hour.
    #[param(absent)]
    pub maximum_emails_per_hour: Option<Limit>,
    /// How many FTP accounts it may have.
    #[param(absent)]
    pub maximum_ftp_accounts: Option<Limit>,
    /// How many mailboxes it may have.
    #[param(absent)]
    pub maximum_mail_accounts: Option<Limit>,
    /// How many mailing lists it may have.
    #[param(absent)]
    pub maximum_mailing_lists: Option<Limit>,
    /// How many aliases it may have.
    #[param(absent)]
    pub maximum_parked_domains: Option<Limit>,
    /// How many applications may be run by Passenger.
    #[param(absent)]
    pub maximum_passenger_apps: Option<Limit>,
    /// How many subdomains it may have.
    #[param(absent)]
    pub maximum_subdomains: Option<Limit>,
    /// Root or the reseller that owns it.
    #[param(absent)]
    pub owner: Option<String>,
    /// The package extensions that it has.
    #[param(absent)]
    pub package_extensions: Option<Vec<String>>,
    /// Its package.
    #[param(absent)]
    pub plan: Option<String>,
    /// Its login shell.
    #[param(absent)]
    pub shell: Option<String>,
    /// Whether senders are published.
    #[param(absent)]
    pub spf_enabled: Option<Flag>,
    /// The theme of its pages.
    #[param(absent)]
    pub theme: Option<String>,
    /// Its user id.
    #[param(absent)]
    pub uid: Option<u32>,
    /// Its name.
    #[param(absent)]
    pub user: Option<UserName>,
}

/// See [`Params`].
pub struct GetUserInformation;

impl Function for GetUserInformation {
    const NAME: &'static str = "get_user_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Picked<Reply>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let of_account = || vec![is("account", account.name())];
        let domains: Vec<DomainRecord> = tx.matching(of_account())?;
        let overrides: Vec<FeatureOverride> = tx.matching(of_account())?;
        drop(tx);
        let mut reply = settled(account.into_record());
        let others = domains.iter().filter(|domain| domain.kind != DomainKind::Main);
        reply.domains = Some(others.map(|domain| domain.name.to_string()).collect());
        let feature = |row: FeatureOverride| (row.feature, row.enabled);
        reply.feature = Some(overrides.into_iter().map(feature).collect());
        Ok(Picked::new(reply, params.name))
    }
}

/// What the account's own row says.
fn settled(account: AccountRecord) -> Reply {
    let amount = |limit: Limit, unit: u64| Some(limit.0.map_or(0, |most| u64::from(most) * unit));
    let extensions = account.extensions.split_whitespace().map(str::to_owned).collect();
    Reply {
        backup_enabled: Some(account.backup),
        bandwidth_limit: amount(account.bandwidth, MIB),
        cgi_enabled: Some(account.cgi),
        contact_email: Some(account.email),
        contact_email_2: Some(account.email2),
        created: Some(account.created),
        database_owner: Some(account.database_owner),
        demo_mode: Some(Flag(false)),
        disk_block_limit: amount(account.quota, KIB),
        dkim_enabled: Some(account.dkim),
        domain: Some(account.domain.to_string()),
        domains: None,
        feature: None,
        feature_list: Some(account.feature_list.to_string()),
        gid: Some(account.gid),
        home: Some(account.home),
        ip: Some(account.ip),
        lang: Some(account.locale.clone()),
        last_modified: Some(account.modified),
        legacy_backup_enabled: Some(account.legacy_backup),
        locale: Some(account.locale),
        mailbox_format: Some(account.mailbox_format),
        maximum_addon_domains: Some(account.max_addons),
        maximum_databases: Some(account.max_databases),
        maximum_defer_fail_percentage: Some(account.max_defer_fail),
        maximum_email_account_disk_quota: Some(account.max_mailbox_quota),
        maximum_emails_per_hour: Some(account.max_email_per_hour),
        maximum_ftp_accounts: Some(account.max_ftp),
        maximum_mail_accounts: Some(account.max_mailboxes),
        maximum_mailing_lists: Some(account.max_lists),
        maximum_parked_domains: Some(account.max_parked),
        maximum_passenger_apps: Some(account.max_passenger),
        maximum_subdomains: Some(account.max_subdomains),
        owner: Some(account.owner.to_string()),
        package_extensions: Some(extensions),
        plan: Some(account.package.to_string()),
        shell: Some(account.shell),
        spf_enabled: Some(account.spf),
        theme: Some(account.theme),
        uid: Some(account.uid),
        user: Some(account.name),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn only_what_is_asked_for_is_told() {
        let world = World::new().plant_account("anna", "root");
        let form = [("name-1", "user"), ("name-2", "maximum_mail_accounts"), ("name", "nothing")];
        let data = world.uapi_data("anna", "Variables", "get_user_information", &form);
        assert_eq!(data, json!({"user": "anna", "maximum_mail_accounts": 10}));
    }

    #[test]
    fn everything_is_told_where_nothing_is_named() {
        let world = World::new().plant_account("anna", "root");
        let off = [("user", "anna"), ("features", r#"{"webmail":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        let data = world.uapi_data("anna", "Variables", "get_user_information", &[]);
        assert_eq!(
            (&data["disk_block_limit"], &data["plan"]),
            (&512_000.into(), &"default".into())
        );
        assert_eq!(data["maximum_databases"], "unlimited");
        assert_eq!((&data["feature"], &data["domains"]), (&json!({"webmail": 0}), &json!([])));
    }
}
