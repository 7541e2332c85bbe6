using System.Buffers.Binary;

namespace Headroom.Cloud.Kernel;

/// <summary>
/// The one source of ids and chance in the cloud: the same seed gives the same sequence on every machine and runtime
/// (SplitMix64, https://prng.di.unimi.it/splitmix64.c describes the constants).
/// </summary>
public sealed class SeededSource(ulong seed)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private ulong _state = seed;

    /// <summary>Where it stands: a source with this seed goes on the same.</summary>
    public ulong State => _state;

    /// <summary>64 uniformly distributed bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="exclusiveMax"/>).</summary>
    public int NextInt(int exclusiveMax) => (int)(NextBits() % (ulong)exclusiveMax);

    /// <summary>A version 4 UUID in lower case with dashes.</summary>
    public string NextUuid()
    {
        var (high, low) = (NextBits(), NextBits());
        high = (high & 0xFFFFFFFFFFFF0FFF) | 0x4000;
        low = (low & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Lower-case hexadecimal digits, as in ECS task ids.</summary>
    public string NextHex(int length) =>
        string.Create(length, this, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = "0123456789abcdef"[source.NextInt(16)];
            }
        });

    /// <summary>Upper-case letters and digits, as in access key ids and CloudFormation's generated names.</summary>
    public string NextBase32(int length) =>
        string.Create(length, this, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Base32[source.NextInt(32)];
            }
        });
}
