//! `convert_addon_list_addon_domains`

use std::collections::BTreeMap;

use api::{
    Account, Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName,
    records::{Column, DomainKind, DomainRecord, MOST_VALUES, Select, Tx, Where, is},
};

use crate::domain::domains::roots;

/// List the addon domains that belong to the calling user.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The document root.
    pub docroot: String,
    /// The domain type.
    pub domain_type: String,
    /// The IP address.
    pub ip: String,
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
    /// The owner.
    pub owner: String,
    /// The reseller.
    #[param(absent)]
    pub reseller: Option<String>,
    /// The subdomain.
    pub subdomain: String,
}

/// See [`Params`].
pub struct ConvertAddonListAddonDomains;

impl Function for ConvertAddonListAddonDomains {
    const NAME: &'static str = "convert_addon_list_addon_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let rows: Vec<DomainRecord> = addons(cx, &*tx)?;
        let mut owners: Vec<UserName> = rows.iter().map(|row| row.account.clone()).collect();
        owners.dedup();
        let accounts = cx.accounts(&*tx, &owners)?;
        let item = |row: DomainRecord| {
            let account = accounts.get(&row.account)?;
            Some((row.name.to_string(), item(account, &row)))
        };
        Ok(rows.into_iter().filter_map(item).collect())
    }
}

/// The addon domains of the accounts that the caller sees, by account.
fn addons(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<DomainRecord>> {
    let scope = cx.scope();
    let kind = is("kind", &DomainKind::Addon);
    let order = vec![("account", false), ("name", false)];
    if scope.owner().is_none() {
        return tx.list(&Select { filter: vec![kind], order, window: None });
    }
    let accounts: Vec<Holder> = tx.list(&Select { filter: scope.filter(), ..Select::default() })?;
    let names: Vec<UserName> = accounts.into_iter().map(|account| account.name).collect();
    let mut rows = Vec::new();
    for some in names.chunks(MOST_VALUES) {
        let theirs = Where::In("account", some.iter().map(Column::cell).collect());
        let (filter, order) = (vec![theirs, kind.clone()], order.clone());
        rows.extend(tx.list::<DomainRecord>(&Select { filter, order, window: None })?);
    }
    Ok(rows)
}

/// The column of an account that finds its domains.
#[derive(Debug, api::Record)]
#[record(table = "accounts", key = "name")]
struct Holder {
    name: UserName,
}

fn item(account: &Account, row: &DomainRecord) -> Item {
    let record = account.record();
    Item {
        docroot: roots::whole(account, &row.document_root),
        domain_type: row.kind.as_str().to_owned(),
        ip: record.ip.clone(),
        ipv6: None,
        owner: record.name.to_string(),
        reseller: Some(record.owner.to_string()),
        subdomain: row.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::domain::conversions::tests::world;

    #[test]
    fn each_sees_the_addon_domains_of_the_accounts_they_see() {
        let world = world().reseller("carl", &[Acl::ListAccts]);
        let listed = world.data("root", "convert_addon_list_addon_domains", &[]);
        let shop = json!({
            "docroot": "/home/alice/sites/shop", "domain_type": "addon", "ip": "192.0.2.10",
            "owner": "alice", "reseller": "root", "subdomain": "shop.alice.test",
        });
        assert_eq!(listed, json!({"shop.example": shop}));
        let listed = |user: &str| world.data(user, "convert_addon_list_addon_domains", &[]);
        assert_eq!(listed("carl"), json!({}));
        let tx = world.host.store.write().unwrap();
        let mut alice = world.record("alice");
        alice.owner = "carl".parse().unwrap();
        tx.put(&alice).unwrap();
        tx.commit().unwrap();
        assert_eq!(listed("carl")["shop.example"]["reseller"], "carl");
    }
}
