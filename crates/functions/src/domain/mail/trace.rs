//! The way that a message to an address would take, told without sending one.

use api::{
    Cx, EmailAddress, Result, Value,
    mail::{Destination, Step},
    object,
    records::Tx,
};

use super::{exchangers, state};
use crate::domain::dns::servers;

/// How often a message may be forwarded.
const MOST_HOPS: usize = 10;

/// The tree of a message's way.
pub fn of(cx: &Cx<'_>, tx: &dyn Tx, address: &EmailAddress) -> Result<Value> {
    node(cx, tx, address, MOST_HOPS)
}

fn node(cx: &Cx<'_>, tx: &dyn Tx, address: &EmailAddress, hops: usize) -> Result<Value> {
    let Some(hops) = hops.checked_sub(1) else {
        return Ok(end(address, "error", said("error", "it is forwarded in a circle")));
    };
    let domain = match address.domain() {
        Some(domain) => state::read_open(tx, &domain)?,
        None => None,
    };
    let Some(domain) = domain else { return remote(cx, tx, address) };
    let steps = domain.route(address);
    if let [only] = steps.as_slice() {
        match only {
            Step::Mailbox(mailbox) => return Ok(local(address, mailbox.address.as_str())),
            Step::Refused(text) => return Ok(end(address, "bounce", said("bounce", text))),
            Step::Remote => return remote(cx, tx, address),
            Step::List(list) => {
                let command = object([
                    ("command", format!("mailman post {}", super::lists::id(list)).into()),
                    ("type", "command".into()),
                ]);
                return Ok(end(address, "command", command));
            }
            Step::Forward(Destination::Address(_)) => {}
            Step::Forward(destination) => return Ok(forwarded(address, destination)),
        }
    }
    let mut branches = Vec::new();
    for step in steps {
        branches.push(match step {
            Step::Forward(Destination::Address(to)) => node(cx, tx, &to, hops)?,
            Step::Forward(destination) => forwarded(address, &destination),
            Step::Mailbox(mailbox) => local(&mailbox.address, mailbox.address.as_str()),
            Step::Refused(text) => end(address, "bounce", said("bounce", text)),
            Step::Remote => remote(cx, tx, address)?,
            Step::List(list) => end(address, "command", said("command", &super::lists::id(list))),
        });
    }
    let aliases = format!("/etc/valiases/{}", domain.record.domain);
    Ok(object([
        ("address", address.as_str().into()),
        ("aliasfile", aliases.into()),
        ("type", "routed".into()),
        ("destinations", Value::Array(branches)),
    ]))
}

fn forwarded(address: &EmailAddress, destination: &Destination) -> Value {
    match destination {
        Destination::Account(account) => local(address, account.as_str()),
        Destination::Fail(text) => end(address, "bounce", said("bounce", text)),
        Destination::Discard => {
            let domain = address.domain().map(|domain| domain.to_string()).unwrap_or_default();
            let file = format!("/etc/valiases/{domain}");
            let discard = object([("aliasfile", file.into()), ("type", "discard".into())]);
            end(address, "discard", discard)
        }
        Destination::Program(path) => {
            let command = object([("command", path.as_str().into()), ("type", "command".into())]);
            end(address, "command", command)
        }
        Destination::Address(to) => end(address, "routed", said("routed", to.as_str())),
    }
}

fn local(address: &EmailAddress, mailbox: &str) -> Value {
    let lies = object([("mailbox", mailbox.into()), ("type", "local_delivery".into())]);
    end(address, "local_delivery", lies)
}

fn end(address: &EmailAddress, kind: &str, destination: Value) -> Value {
    object([
        ("address", address.as_str().into()),
        ("type", kind.into()),
        ("destinations", Value::Array(vec![destination])),
    ])
}

fn said(kind: &str, message: &str) -> Value {
    object([("message", message.into()), ("type", kind.into())])
}

/// Elsewhere: to the hosts of the domain's MX records as far as the zones here have them, or to the
/// domain's own address.
fn remote(cx: &Cx<'_>, tx: &dyn Tx, address: &EmailAddress) -> Result<Value> {
    let Some(domain) = address.domain() else {
        return Ok(end(address, "error", said("error", "it is no whole address")));
    };
    let mut hosts: Vec<(String, u16)> =
        exchangers::of(tx, &domain)?.into_iter().map(|one| (one.mx, one.priority)).collect();
    if hosts.is_empty() {
        hosts.push((domain.to_string(), 0));
    }
    let mut told = Vec::new();
    for (host, priority) in hosts {
        let found = match host.parse() {
            Ok(name) => {
                cx.host.resolver.addresses(&name, &servers::asking(tx)?).unwrap_or_default()
            }
            Err(_) => Vec::new(),
        };
        told.extend(
            found.first().map(|ip| Value::from(format!("{host} [{ip}] MX={priority} dnssec=no"))),
        );
    }
    if told.is_empty() {
        return Ok(end(address, "bounce", said("bounce", "no host takes the domain's mail")));
    }
    let way = object([("mx", Value::Array(told)), ("type", "remote_delivery".into())]);
    Ok(end(address, "remote_delivery", way))
}
