//! `ResourceUsage::get_usages`

use api::{Cx, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::figures::{Figure, Figures};

/// Gives how much the account uses of each resource, and how much it may.
#[derive(Input)]
pub struct Params;

/// A resource.
#[derive(Output)]
pub struct Item {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for people.
    pub description: &'static str,
    /// How much is used.
    pub usage: u64,
    /// How much may be; null for no limit.
    pub maximum: Option<u64>,
    /// How to show the amounts: `format_bytes`, or null for plain numbers.
    pub formatter: Option<&'static str>,
    /// Why the amount is not known; null where it is.
    pub error: Option<String>,
    /// The page that tells more.
    #[param(absent)]
    pub url: Option<&'static str>,
}

/// What is counted: id, description, figure, whether in bytes.
type Resource = (&'static str, &'static str, Figure, bool);

/// All of it.
const RESOURCES: &[Resource] = &[
    ("disk_usage", "Disk Usage", Figure::Disk, true),
    ("filesusage", "File Usage", Figure::Files, false),
    ("cachedmysqldiskusage", "MySQL® Disk Usage", Figure::DatabaseSpace(Engine::Mysql), true),
    (
        "cachedpostgresdiskusage",
        "PostgreSQL Disk Usage",
        Figure::DatabaseSpace(Engine::Postgresql),
        true,
    ),
    ("bandwidth", "Bandwidth", Figure::Traffic, true),
    ("addon_domains", "Addon Domains", Figure::AddonDomains, false),
    ("subdomains", "Subdomains", Figure::Subdomains, false),
    ("aliases", "Alias Domains", Figure::Aliases, false),
    ("email_accounts", "Email Accounts", Figure::Mailboxes, false),
    ("mailing_lists", "Mailing Lists", Figure::MailingLists, false),
    ("autoresponders", "Autoresponders", Figure::Autoresponders, false),
    ("forwarders", "Forwarders", Figure::Forwarders, false),
    ("email_filters", "Email Filters", Figure::Filters, false),
    ("ftp_accounts", "FTP Accounts", Figure::FtpLogins, false),
    ("mysql_databases", "MySQL® Databases", Figure::Databases(Engine::Mysql), false),
    ("postgresql_databases", "PostgreSQL Databases", Figure::Databases(Engine::Postgresql), false),
];

/// See [`Params`].
pub struct GetUsages;

impl Function for GetUsages {
    const NAME: &'static str = "get_usages";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        let figures = Figures::of(cx)?;
        let item = |(id, description, figure, in_bytes): &Resource| {
            // What one service cannot tell does not hide what the others do.
            let (usage, maximum, error) = match figures.get(*figure) {
                Ok(amount) => (amount.used, amount.limit, None),
                Err(problem) => (0, None, Some(problem.to_string())),
            };
            let formatter = in_bytes.then_some("format_bytes");
            Item { id, description, usage, maximum, formatter, error, url: None }
        };
        Ok(RESOURCES.iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::testing::{Calls as _, World};

    #[test]
    fn each_resource_has_its_use_and_its_limit() {
        let world = World::new().plant_account("anna", "root");
        let data = world.uapi_data("anna", "ResourceUsage", "get_usages", &[]);
        let row =
            |id: &str| data.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone();
        assert_eq!(row("disk_usage")["maximum"], 524_288_000);
        assert_eq!(row("disk_usage")["formatter"], "format_bytes");
        assert_eq!((&row("aliases")["usage"], &row("aliases")["maximum"]), (&0.into(), &0.into()));
        assert_eq!(row("subdomains")["maximum"], Value::Null);
        assert_eq!(row("email_accounts")["maximum"], 10);
        assert!(row("filesusage")["usage"].as_u64().unwrap() > 0);
    }
}
