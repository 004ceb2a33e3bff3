//! `ipv6_range_usage`

use api::{Cx, Effect, Error, Function, Input, Needs, Output, Result, records::Ipv6Address};

use crate::domain::addresses::six;

/// Count used, free and reserved addresses of an IPv6 range.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// What `ipv6_range_usage` answers.
#[derive(Output)]
pub struct Reply {
    /// The counts; one that is too large is the largest number of 64 bits.
    pub usage: Usage,
}

/// The usage.
#[derive(Output)]
pub struct Usage {
    /// Addresses that no account may have.
    pub forbidden: i64,
    /// Addresses that accounts may still get.
    pub free: i64,
    /// Addresses that accounts have.
    pub used: i64,
}

/// See [`Params`].
pub struct Ipv6RangeUsage;

impl Function for Ipv6RangeUsage {
    const NAME: &'static str = "ipv6_range_usage";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let used = tx.count::<Ipv6Address>(&[api::records::is("range", params.name.as_str())])?;
        if params.name == six::SHARED {
            six::shared(cx.host)
                .ok_or_else(|| Error::param("name", "the server has no shared IPv6 address."))?;
            return Ok(Reply { usage: usage(0, 0, used) });
        }
        let range = six::range(&*tx, "name", &params.name)?;
        let size = 1_u128.checked_shl(128 - u32::from(six::network(&range)?.prefix_len()));
        // The network's own address is every router's on it.
        let all = size.unwrap_or(u128::MAX) - 1;
        let rest = all.saturating_sub(used.into());
        let usage = if range.enabled.0 { usage(1, rest, used) } else { usage(rest + 1, 0, used) };
        Ok(Reply { usage })
    }
}

/// Counts as the reply has them: what 64 bits do not hold is the most that they do.
fn usage(forbidden: u128, free: u128, used: u64) -> Usage {
    let held = |count: u128| i64::try_from(count).unwrap_or(i64::MAX);
    Usage { forbidden: held(forbidden), free: held(free), used: held(used.into()) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn what_is_not_used_is_free_unless_the_range_is_reserved() {
        let world = World::new().account("alice", "root");
        for (name, range, enabled) in [
            ("web", "2001:db8::/120", "1"),
            ("kept", "2001:db8:1::/120", "0"),
            ("wide", "2001:db8:2::/48", "1"),
        ] {
            let form = [("name", name), ("range", range), ("enabled", enabled)];
            world.call("root", "ipv6_range_add", &form).unwrap();
        }
        world.call("root", "ipv6_enable_account", &[("user", "alice"), ("range", "web")]).unwrap();
        let usage =
            |name: &str| world.data("root", "ipv6_range_usage", &[("name", name)])["usage"].clone();
        assert_eq!(usage("web"), json!({"forbidden": 1, "free": 254, "used": 1}));
        assert_eq!(usage("kept"), json!({"forbidden": 256, "free": 0, "used": 0}));
        assert_eq!(usage("wide"), json!({"forbidden": 1, "free": i64::MAX, "used": 0}));
        let said = world.refusal("root", "ipv6_range_usage", &[("name", "x")]);
        assert_eq!(said, "name: there is no IPv6 range “x”.");
        let said = world.refusal("root", "ipv6_range_usage", &[("name", "SHARED")]);
        assert_eq!(said, "name: the server has no shared IPv6 address.");
    }
}
