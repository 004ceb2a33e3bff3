//! `reboot`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word};

/// Ends all services of the server and starts them anew: what it holds in memory goes, what it keeps
/// stays, open changes are finished, and its own certificate names the host as it is called now.
#[derive(Debug, Input)]
pub struct Params {
    /// 1: calls that are at work are not waited for; the next start finishes what they changed.
    #[param(default = 0)]
    pub force: Flag,
}

/// What `reboot` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// How it ends.
    pub reboot: Manner,
}

/// How the services end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Manner {
    /// When what is at work is done.
    #[word("normal")]
    Normal,
    /// At once.
    #[word("force")]
    Force,
}

/// See [`Params`].
pub struct Reboot;

impl Function for Reboot {
    const NAME: &'static str = "reboot";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, Params { force }: Params) -> Result<Reply> {
        cx.host.system.reboot(force.0)?;
        Ok(Reply { reboot: if force.0 { Manner::Force } else { Manner::Normal } })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_machine_is_asked_to_start_anew() {
        for (form, told, force) in
            [(&[][..], "normal", false), (&[("force", "1")][..], "force", true)]
        {
            let world = World::new();
            assert_eq!(world.data("root", "reboot", form), json!({"reboot": told}));
            assert_eq!(world.machine.reboot_asked(), Some(force));
        }
    }

    #[test]
    fn it_is_roots() {
        let world = World::new().reseller("bob", &[Acl::Restart, Acl::Status]);
        assert!(world.call("bob", "reboot", &[]).is_err());
        assert!(world.refusal("root", "reboot", &[("force", "x")]).starts_with("force: "));
        assert_eq!(world.machine.reboot_asked(), None);
    }
}
