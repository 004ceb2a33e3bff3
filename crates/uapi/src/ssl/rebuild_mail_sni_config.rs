//! `SSL::rebuild_mail_sni_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, mail_sni};

/// Gives the machine the certificates of the account's domains again.
#[derive(Input)]
pub struct Params {
    /// Not used: what the machine is given is in force at once.
    #[param(default = 1)]
    pub reload_dovecot: Flag,
}

/// What `rebuild_mail_sni_config` answers.
#[derive(Output)]
pub struct Reply {
    /// Always 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct RebuildMailSniConfig;

impl Function for RebuildMailSniConfig {
    const NAME: &'static str = "rebuild_mail_sni_config";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        mail_sni::rebuild(cx, &tls::own(cx)?)?;
        Ok(Reply { success: Flag(true) })
    }
}

#[cfg(test)]
mod tests {
    use api::ports::Tls as _;
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn what_the_machine_lost_it_gets_again() {
        let world = samples::with_installed(World::new().account("alice", "root"));
        let domain = "alice.test".parse().unwrap();
        world.machine.withdraw(&domain).unwrap();
        let form = [("reload_dovecot", "1")];
        let told = world.uapi_data("alice", "SSL", "rebuild_mail_sni_config", &form);
        assert_eq!(told["success"], 1);
        let site = world.machine.tls_site(&domain).unwrap().unwrap();
        assert!(site.identity.is_some());
    }
}
