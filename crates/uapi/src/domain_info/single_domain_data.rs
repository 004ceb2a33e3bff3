//! `DomainInfo::single_domain_data`

use api::{
    Account, Cx, Effect, Error, Flag, Function, Input, Kind, Needs, Result, records::DomainKind,
};
use functions::domain::domains::{Domains, SiteName, settings};

use super::entry::Entry;

/// Give the web hosting data of one domain.
#[derive(Input)]
pub struct Params {
    /// The domain; not an alias of the main one, which is asked for instead.
    pub domain: SiteName,
    /// 1 makes it an error to ask for a temporary domain.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
    /// 1 adds `all_aliases_valid`, `can_https_redirect` and `is_https_redirecting`.
    #[param(default = 0)]
    pub return_https_redirect_status: Flag,
}

/// See [`Params`].
pub struct SingleDomainData;

impl Function for SingleDomainData {
    const NAME: &'static str = "single_domain_data";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Entry;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Entry> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domains = Domains::of(&*tx, account.name())?;
        let row = domains.get("domain", &params.domain.0)?;
        if row.kind == DomainKind::Parked {
            let (alias, main) = (&row.name, &account.record().domain);
            let rule = format!("“{alias}” is an alias; ask for “{main}”.");
            return Err(Error::param("domain", rule));
        }
        let site = settings::of(cx.host, &*tx, &account, &domains, row)?;
        if params.hide_temporary_domains.0 && site.temporary.0 {
            let message = format!(
                "Domain [{}] is a temporary domain and `hide_temporary_domains` is enabled.",
                row.name
            );
            return Err(Error::new(Kind::Conflict, message));
        }
        Ok(Entry::of(&account, site, params.return_https_redirect_status.0))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::Calls as _;

    #[test]
    fn a_domain_of_ones_own_is_told_and_no_other() {
        let world = super::super::tests::world();
        let one = |domain: &str| {
            world.uapi("alice", "DomainInfo", "single_domain_data", &[("domain", domain)])
        };
        let data = one("shop.example").unwrap().data;
        assert_eq!(data["serveralias"], "www.shop.alice.test shop.example www.shop.example");
        assert_eq!(data["documentroot"], "/home/alice/public_html/shop");
        assert_eq!(one("*.alice.test").unwrap().data["serveralias"], "");
        let said = one("alias.example").unwrap_err().to_string();
        assert!(said.starts_with("domain: ") && said.contains("alice.test"), "{said}");
        let said = one("bob.test").unwrap_err().to_string();
        assert_eq!(said, "domain: “bob.test” is no domain of this account.");
    }
}
