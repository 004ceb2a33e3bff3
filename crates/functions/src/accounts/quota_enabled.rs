//! `quota_enabled`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result};

/// Says whether the host limits the disk space of accounts.
#[derive(Debug, Input)]
pub struct Params {}

/// Whether it does.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it does.
    pub quota_enabled: Flag,
}

/// See [`Params`].
pub struct QuotaEnabled;

impl Function for QuotaEnabled {
    const NAME: &'static str = "quota_enabled";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo, Acl::Quota]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { quota_enabled: Flag(cx.host.os_users.quotas_enabled()?) })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_sandbox_has_none() {
        let world = World::new().reseller("bob", &[Acl::Quota]).reseller("dora", &[Acl::Passwd]);
        let enabled = world.host.os_users.quotas_enabled().unwrap();
        let said = world.data("bob", "quota_enabled", &[])["quota_enabled"].clone();
        assert_eq!(said, i32::from(enabled));
        assert_eq!(world.refusal("dora", "quota_enabled", &[]), "The gate refused.");
    }
}
