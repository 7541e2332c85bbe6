using System.Buffers.Binary;
using Headroom.States.Data;

namespace Headroom.States.Execution.States;

/// <summary>Task tokens: 64 characters that nobody can guess who does not know the seed.</summary>
internal static class TaskTokens
{
    public static string Next(Randomness random)
    {
        var bytes = new byte[48];
        for (var i = 0; i < bytes.Length; i += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i), random.Next());
        }

        return Convert.ToBase64String(bytes);
    }
}
