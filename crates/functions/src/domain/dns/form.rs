//! The parameters that `addzonerecord` and `editzonerecord` have in common: a record, key by key.

use std::fmt;

use api::{Param, Type, form::one, zone::RecordType};

/// The type of a record, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeName(pub RecordType);

impl Param for TypeName {
    const TYPE: Type = Type::Enum(RecordType::WORDS);
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.to_ascii_uppercase().parse().map(Self)
    }
}

/// The class of a record: there is but the Internet's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class;

impl From<&str> for Class {
    fn from(_: &str) -> Self {
        Self
    }
}

impl Param for Class {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            class if class.is_empty() || class.eq_ignore_ascii_case("IN") => Ok(Self),
            _ => Err("it must be IN".to_owned()),
        }
    }
}

/// A time in seconds; its bounds are checked with the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seconds(pub u32);

impl From<i32> for Seconds {
    fn from(seconds: i32) -> Self {
        Self(seconds.unsigned_abs())
    }
}

impl Param for Seconds {
    const TYPE: Type = Type::Int;
    fn read(texts: &[&str]) -> Result<Self, String> {
        u32::read(texts).map(Self)
    }
}

/// The name of a host within a record: one without a dot is relative to the zone, and labels may
/// have underscores. What it may be is checked with the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host(String);

impl Param for Host {
    const TYPE: Type = Type::Domain;
    fn read(texts: &[&str]) -> Result<Self, String> {
        String::read(texts).map(Self)
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a struct of parameters: its own fields, then those of a record's value.
macro_rules! record_params {
    ($(#[$meta:meta])* $name:ident { $($own:tt)* }) => {
        crate::domain::dns::form::record_params! { @value $(#[$meta])* $name { $($own)* }
            /// The address of an A (IPv4) or AAAA (IPv6) record.
            address: std::net::IpAddr,
            /// A6: how many bits are found under the name that `refer` ends with.
            prefix: u8,
            /// A6: the other bits as an IPv6 address, and the name.
            refer: String,
            /// AFSDB: the kind of server.
            subtype: u16,
            /// AFSDB: the host.
            hostname: crate::domain::dns::form::Host,
            /// ALIAS: no server here follows one, so it is refused.
            alias: crate::domain::dns::form::Host,
            /// CAA: 1 or 128 where an issuer must understand the tag.
            flag: u8,
            /// CAA: `issue`, `issuewild`, `iodef` or another property.
            tag: String,
            /// CAA: who may issue, or for `iodef` a URL or `mailto:` address.
            value: String,
            /// CNAME: the name that the alias stands for.
            cname: crate::domain::dns::form::Host,
            /// DNAME: the name below which all names are found.
            dname: crate::domain::dns::form::Host,
            /// DS: the key's tag.
            keyname: u16,
            /// DS, SSHFP: the key's algorithm.
            algorithm: u8,
            /// DS: how the digest is made.
            digtype: u8,
            /// DS: the digest in hexadecimal.
            digest: String,
            /// HINFO: the machine.
            cpu: String,
            /// HINFO: the operating system.
            os: String,
            /// LOC: the version, always 0.
            version: u8,
            /// LOC: the size of what is there in metres.
            size: u32,
            /// LOC: how exact the place is across, in metres.
            horiz_pre: u32,
            /// LOC: how exact the altitude is, in metres.
            vert_pre: u32,
            /// LOC: the latitude, as in `41 51 54.305 N`.
            latitude: String,
            /// LOC: the longitude, as in `87 36 47.95 W`.
            longitude: String,
            /// LOC: the altitude in metres, as in `178m`.
            altitude: String,
            /// MX: the host that takes mail; `.` for none.
            exchange: crate::domain::dns::form::Host,
            /// MX, NAPTR: lower ones go first.
            preference: u16,
            /// NAPTR: lower ones go first, before `preference`.
            order: u16,
            /// NAPTR: what follows the rule.
            flags: String,
            /// NAPTR: the services.
            service: String,
            /// NAPTR: how the name is rewritten.
            regexp: String,
            /// NAPTR: the name that replaces it.
            replacement: crate::domain::dns::form::Host,
            /// NS: the nameserver.
            nsdname: crate::domain::dns::form::Host,
            /// PTR: the name; without a final dot it is relative to the zone.
            ptrdname: crate::domain::dns::form::Host,
            /// RP: the mail address with a dot for the `@` (or with the `@`).
            mbox: String,
            /// RP: the name whose TXT records say more; `.` for none.
            txtdname: crate::domain::dns::form::Host,
            /// SOA: the primary nameserver.
            mname: crate::domain::dns::form::Host,
            /// SOA: the contact's mail address with a dot for the `@` (or with the `@`).
            rname: String,
            /// SOA: the zone's present serial, or a later one that it is to have.
            serial: u32,
            /// SOA: seconds between refreshes.
            refresh: u32,
            /// SOA: seconds between retries.
            retry: u32,
            /// SOA: seconds until secondaries give up.
            expire: u32,
            /// SOA: seconds that absence may be kept.
            minimum: u32,
            /// SRV, SVCB, HTTPS: lower ones are tried first.
            priority: u16,
            /// SRV: the share among those of one priority.
            weight: u16,
            /// SRV: the port.
            port: u16,
            /// SRV, SVCB, HTTPS: the host; `.` for none, or for the owner itself.
            target: crate::domain::dns::form::Host,
            /// SVCB, HTTPS: the parameters, as in `alpn=h2,h3 port=8443`.
            params: String,
            /// SSHFP: how the fingerprint is made.
            fptype: u8,
            /// SSHFP: the fingerprint in hexadecimal.
            fingerprint: String,
            /// TLSA: which certificate it is.
            usage: u8,
            /// TLSA: which part of it.
            selector: u8,
            /// TLSA: how the part is given.
            matching: u8,
            /// TLSA: the part in hexadecimal.
            certificate: String,
            /// TXT: the text; with quotation marks around it, as zone files have it.
            txtdata: String,
        }
    };
    (@value $(#[$meta:meta])* $name:ident { $($own:tt)* }
        $($(#[$doc:meta])* $field:ident: $ty:ty,)*) => {
        $(#[$meta])*
        #[derive(Debug, api::Input)]
        pub struct $name {
            $($own)*
            $($(#[$doc])* pub $field: Option<$ty>,)*
        }

        impl $name {
            /// What is given of the record's value, key by key.
            fn fields(&self) -> crate::domain::dns::fields::Fields {
                let mut fields = crate::domain::dns::fields::Fields::new();
                $(fields.extend(self.$field.as_ref().map(|given| (stringify!($field), given.to_string())));)*
                fields
            }
        }
    };
}

pub(crate) use record_params;
