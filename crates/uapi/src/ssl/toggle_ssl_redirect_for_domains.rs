//! `SSL::toggle_ssl_redirect_for_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    tls::{self, names::DomainList, redirects},
};

/// Sends visitors of plain HTTP to HTTPS, or no more.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, parted by commas.
    pub domains: DomainList,
    /// 1: on, 0: off.
    pub state: Flag,
}

/// See [`Params`].
pub struct ToggleSslRedirectForDomains;

impl Function for ToggleSslRedirectForDomains {
    const NAME: &'static str = "toggle_ssl_redirect_for_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let mut change = Change::begin(cx)?;
        for domain in &params.domains.0 {
            let on = params.state.0;
            redirects::set(cx.host, &mut change, &account, "domains", domain, on)?;
        }
        change.commit(OnFailure::Undo)?;
        Ok(params.domains.0.iter().map(ToString::to_string).collect())
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn visitors_are_sent_to_https_where_a_certificate_is_good() {
        let world = World::new().account("alice", "root");
        let toggle = |world: &World, state: &str| {
            let form = [("domains", "alice.test"), ("state", state)];
            world.uapi("alice", "SSL", "toggle_ssl_redirect_for_domains", &form)
        };
        let said = toggle(&world, "1").unwrap_err().to_string();
        assert!(said.starts_with("domains: “alice.test” has no certificate"), "{said}");
        assert_eq!(world.uapi_data("alice", "SSL", "can_ssl_redirect", &[]), 0);
        let world = samples::with_installed(world);
        assert_eq!(world.uapi_data("alice", "SSL", "can_ssl_redirect", &[]), 1);
        assert_eq!(toggle(&world, "1").unwrap().data[0], "alice.test");
        let domain = "alice.test".parse().unwrap();
        let redirects = || world.machine.tls_site(&domain).unwrap().is_some_and(|it| it.redirects);
        assert!(redirects());
        toggle(&world, "0").unwrap();
        assert!(!redirects());
        toggle(&world, "1").unwrap();
        world.uapi("alice", "SSL", "delete_ssl", &[("domain", "alice.test")]).unwrap();
        assert!(!redirects());
    }
}
